package io.hourshare.operate.freshness;

/** How a feed stands against its promise, in the words of the screen. */
public enum FreshnessState {
    ON_TIME("准时"),
    DUE_SOON("临期"),
    OVERDUE("逾期"),
    NOT_YET_DUE("未到期"),
    HELD("待处理"),
    /** A person paused the feed; it is late on purpose. */
    PAUSED("已暂停"),
    MISSING("缺数");

    private final String label;

    FreshnessState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
