package io.hourshare.operate.run;

import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.slot.Approach;

/** What an operator can ask for. */
public enum RunVerb {
    /** Whatever is still due of the windows. */
    SYNC("同步", "处理所选时段里还没有完成的部分", Approach.WHAT_IS_LEFT),
    /** What was begun and not finished. */
    RESUME("续跑", "把已经开始而没有完成的时段做完", Approach.WHAT_IS_LEFT),
    /** Again from what landed; the department is not asked. */
    RERUN("重跑", "用已经收到的原始数据重新入库，不再请求部门", Approach.FROM_LANDING),
    /** Ask the department again. */
    REPULL("重新拉取", "重新向部门要一次数据，再入库", Approach.FROM_SOURCE),
    /** Windows of a range that are missing, failed, or all of them. */
    BACKFILL("补数", "补齐一段时间：只补缺的、只补失败的，或全部再取一遍", Approach.WHAT_IS_LEFT),
    /** Quarantined records alone, under a mended mapping. */
    REPLAY("再试退回", "修正映射之后，只把退回的记录再试一遍；已入库的记录不动", Approach.ONLY_RETURNED);

    private final String label;
    private final String explanation;
    private final Approach approach;

    RunVerb(String label, String explanation, Approach approach) {
        this.label = label;
        this.explanation = explanation;
        this.approach = approach;
    }

    public String label() {
        return label;
    }

    /** One sentence for whoever has to choose. */
    public String explanation() {
        return explanation;
    }

    /** The first window where nobody names one: what a feed gives first is due for the hour before the newest. */
    public HourWindow usualStart(HourWindow newest) {
        return this == SYNC ? newest.previous() : newest;
    }

    Approach approach() {
        return approach;
    }
}
