package io.hourshare.operate.run;

import io.hourshare.operate.slot.Approach;

/** What an operator can ask for. */
public enum RunVerb {
    /** Whatever is still due of the windows. */
    SYNC("同步", Approach.WHAT_IS_LEFT),
    /** Again from what landed; the department is not asked. */
    RERUN("重跑", Approach.FROM_LANDING),
    /** Ask the department again. */
    REPULL("重新拉取", Approach.FROM_SOURCE);

    private final String label;
    private final Approach approach;

    RunVerb(String label, Approach approach) {
        this.label = label;
        this.approach = approach;
    }

    public String label() {
        return label;
    }

    Approach approach() {
        return approach;
    }
}
