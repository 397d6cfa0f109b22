package io.hourshare.store;

import java.nio.file.Path;

/** Another process works on the data root. */
public final class DataRootInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DataRootInUseException(Path root) {
        super("数据目录 " + root + " 已有实例在运行；请先停止它，或用 --hourshare.home 另选目录");
    }
}
