package io.hourshare.operate.run;

/** How far a run has come. */
public enum RunState {
    QUEUED("排队中"),
    RUNNING("运行中"),
    /** The slot that is being worked on is finished first. */
    STOPPING("停止中"),
    STOPPED("已停止"),
    /** The process that worked on it is gone, and nobody has taken it up again. */
    INTERRUPTED("已中断"),
    DONE("完成"),
    /** Some slots failed or are held. */
    PARTIAL("部分完成"),
    FAILED("失败"),
    ABANDONED("已放弃");

    private final String label;

    RunState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean isOpen() {
        return this == QUEUED || this == RUNNING || this == STOPPING;
    }
}
