package io.hourshare.trace;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to do about a reason.
 *
 * @param verb run that does it, or null where nobody has to press anything
 */
record Advice(String text, @Nullable String verb) {

    private static final String REPULL = "REPULL";
    private static final String RERUN = "RERUN";
    private static final String SYNC = "SYNC";

    private static final Map<String, Advice> BY_REASON = Map.of(
            "QUARANTINE_TOLERANCE",
            new Advice("先看下面的样例：属部门数据问题的，导出退回数据交部门改正后重新拉取；属映射或代码表问题的，改好后重跑。", RERUN),
            "MASS_VANISH",
            new Advice("向部门核实名单是否传错：传错的请重新提供后重新拉取；确属实际减少的，调高任务文件的容许值后重跑。", REPULL),
            "DECLARED_TOTAL",
            new Advice("重新拉取一次；仍不符时请部门核对总数。", REPULL),
            "IMBALANCE",
            new Advice("收支不平是平台自身的问题，请附本页联系平台维护人员；修复后重跑。", RERUN),
            "STORAGE_FAILED",
            new Advice("检查数据目录所在磁盘的空间与权限；恢复后系统自动重试，也可以立即续跑。", SYNC),
            "ENGINE_FAILED",
            new Advice("系统会自动重试；连续三次仍失败，请附本页联系平台维护人员。", SYNC));

    static Advice of(BatchTrace.Trouble trouble) {
        return Optional.ofNullable(BY_REASON.get(trouble.reason())).orElseGet(() -> byStep(trouble));
    }

    private static Advice byStep(BatchTrace.Trouble trouble) {
        if (trouble.step().equals("pull")) {
            return new Advice("系统会自动重试，已试 " + trouble.attempt() + " 次。先确认部门系统与网络是否恢复；恢复后可立即续跑，不必等下一次重试。", SYNC);
        }
        return trouble.held()
                ? new Advice("交付内容无法读取，重试不会变好。请部门按约定的格式重新提供，然后重新拉取。", REPULL)
                : new Advice("原始数据已收妥，不必再请求部门。系统会自动重试；改好映射后也可以立即重跑。", RERUN);
    }
}
