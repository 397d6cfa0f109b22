package io.hourshare.operate;

/** What an operator can ask for. */
public enum RunVerb {
    /** Whatever is still due of the windows. */
    SYNC("同步"),
    /** Again from what landed; the department is not asked. */
    RERUN("重跑"),
    /** Ask the department again. */
    REPULL("重新拉取");

    private final String label;

    RunVerb(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
