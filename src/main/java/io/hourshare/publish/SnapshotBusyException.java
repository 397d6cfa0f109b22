package io.hourshare.publish;

/** Every reading session is taken for longer than a reader should wait. */
public final class SnapshotBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SnapshotBusyException() {
        super("查询过多，暂时没有空闲的读取通道；请稍后重试");
    }
}
