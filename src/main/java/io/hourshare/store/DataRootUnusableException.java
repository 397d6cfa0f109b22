package io.hourshare.store;

import java.io.IOException;
import java.nio.file.Path;

/** The data root can be neither made nor written. */
public final class DataRootUnusableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DataRootUnusableException(Path path, IOException why) {
        super("数据目录 " + path.toAbsolutePath().normalize() + " 打不开（" + why
                + "）；请检查它是否为目录、当前账号能否写入，或用 --hourshare.home 另选目录");
    }
}
