package io.hourshare.publish;

/** It cannot be told what of a snapshot has ended since: it must not be shown again. */
public final class SnapshotUnshowableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SnapshotUnshowableException(long sequence) {
        super("快照 " + sequence + " 所依据的画像文件已不在，无法核对其中哪些记录的公示已经结束；请回退到另一个快照");
    }
}
