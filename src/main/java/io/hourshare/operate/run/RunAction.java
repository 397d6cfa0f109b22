package io.hourshare.operate.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be done with a run, and why not: the one table that REST, command line and pages share. */
public enum RunAction {
    RESUME("续跑", "只做失败的和还没有开始的时段"),
    RERUN("重跑", "用已落地的数据把同样的时段再做一遍"),
    REPULL("重新拉取", "向部门重新要同样时段的数据"),
    BACKFILL("补失败", "另起一次补数，只含失败的时段"),
    STOP("停止", "做完正在处理的时段后停下"),
    ABANDON("放弃", "不再继续，留作记录"),
    RECOVER("恢复", "把进程中断留下的运行改记为已停止，然后可以续跑");

    private final String label;
    private final String explanation;

    RunAction(String label, String explanation) {
        this.label = label;
        this.explanation = explanation;
    }

    public String label() {
        return label;
    }

    public String explanation() {
        return explanation;
    }

    /** The word in addresses and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * An action that the run's state forbids.
     *
     * @param code stable word in lower-kebab
     * @param reason Chinese: why, and what to do instead
     */
    public record Blocked(String action, String label, String code, String reason) {}

    /** @param destroyed whether what the run read is in landing no more */
    static List<RunAction> allowed(RunState state, boolean destroyed) {
        return Arrays.stream(values())
                .filter(action -> action.blocked(state, destroyed).isEmpty())
                .toList();
    }

    static List<Blocked> blockedIn(RunState state, boolean destroyed) {
        return Arrays.stream(values())
                .flatMap(action -> action.blocked(state, destroyed).stream())
                .toList();
    }

    private Optional<Blocked> blocked(RunState state, boolean destroyed) {
        Optional<Blocked> byState = blocked(state);
        return byState.isEmpty() && destroyed && this == RERUN
                ? no("run-landing-destroyed", "这些时段的落地数据已按规则销毁，不能从落地重跑；请改用重新拉取")
                : byState;
    }

    /** Why the action is impossible in the state; empty where it is possible. */
    Optional<Blocked> blocked(RunState state) {
        return switch (this) {
            case STOP -> stop(state);
            case RECOVER ->
                state == RunState.INTERRUPTED ? Optional.empty() : no("run-not-interrupted", "运行没有中断，不需要恢复");
            case RESUME, ABANDON -> state == RunState.DONE ? no("run-done", "全部时段已完成；要再做一遍请用重跑") : further(state);
            case BACKFILL -> backfill(state);
            case RERUN, REPULL ->
                state == RunState.INTERRUPTED ? no("run-interrupted", "运行中断后还没有收尾；请先恢复") : whenEnded(state);
        };
    }

    private Optional<Blocked> stop(RunState state) {
        if (state == RunState.STOPPING) {
            return no("run-stopping", "已经在停止，正在处理的时段做完就停");
        }
        if (state == RunState.INTERRUPTED) {
            return no("run-interrupted", "运行已随进程中断，没有在做的可停；请先恢复");
        }
        return state.isOpen() ? Optional.empty() : no("run-ended", "运行已经结束，不用停止");
    }

    private Optional<Blocked> backfill(RunState state) {
        return switch (state) {
            case DONE -> no("run-done", "没有失败的时段可补；要再做一遍请用重跑");
            case STOPPED -> no("run-stopped", "运行是被停下的；请用续跑接着做");
            default -> further(state);
        };
    }

    private Optional<Blocked> further(RunState state) {
        return switch (state) {
            case ABANDONED -> no("run-abandoned", "运行已放弃，不再继续；请另起一次运行");
            case INTERRUPTED -> no("run-interrupted", "运行中断后还没有收尾；请先恢复");
            default -> whenEnded(state);
        };
    }

    private Optional<Blocked> whenEnded(RunState state) {
        return state.isOpen() ? no("run-open", "运行还没有结束；请等它结束，或先停止") : Optional.empty();
    }

    private Optional<Blocked> no(String code, String reason) {
        return Optional.of(new Blocked(word(), label, code, reason));
    }
}
