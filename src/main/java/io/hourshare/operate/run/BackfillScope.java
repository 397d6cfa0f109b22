package io.hourshare.operate.run;

/** Which windows of a range a backfill touches. */
public enum BackfillScope {
    /** Those that were never tried. */
    MISSING("仅缺失"),
    /** Those that failed. */
    FAILED("仅失败"),
    /** All of them, those that are done among them. */
    ALL("全部");

    private final String label;

    BackfillScope(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
