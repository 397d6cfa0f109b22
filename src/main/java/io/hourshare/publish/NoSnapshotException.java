package io.hourshare.publish;

/** Nothing has been published yet, or no published file can be read. */
public final class NoSnapshotException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSnapshotException() {
        super("还没有可用的快照：首个整点处理完成后即可查询；请稍候或查看运行状态");
    }
}
