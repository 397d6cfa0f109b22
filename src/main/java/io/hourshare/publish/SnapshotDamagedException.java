package io.hourshare.publish;

/** What was read back from a built file is not what was written: the file is thrown away and never served. */
public final class SnapshotDamagedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SnapshotDamagedException(String file, String what) {
        super("快照校验未通过 " + file + "：" + what + "；该文件不会发布，仍提供上一个快照，请检查磁盘后重新发布");
    }
}
