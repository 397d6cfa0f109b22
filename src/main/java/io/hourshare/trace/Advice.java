package io.hourshare.trace;

import org.jspecify.annotations.Nullable;

/**
 * What to do about a reason.
 *
 * @param verb run that does it, {@code DECIDE} where somebody accepts or refuses, or null where nobody has to press
 *     anything
 */
record Advice(String text, @Nullable String verb) {

    private static final String REPULL = "REPULL";
    private static final String RERUN = "RERUN";
    private static final String SYNC = "SYNC";
    private static final String DECIDE = "DECIDE";

    static Advice of(BatchTrace.Trouble trouble) {
        if (trouble.step().equals("pull")) {
            return pull(trouble);
        }
        return trouble.held() ? held(trouble) : failed(trouble);
    }

    private static Advice pull(BatchTrace.Trouble trouble) {
        String tried = "已试 " + trouble.attempt() + " 次";
        return switch (trouble.reason()) {
            case "NOT_CONFIGURED", "ROUTE_BROKEN" ->
                new Advice("这是平台配置的问题，不必找部门：按上面的提示补齐或改正，可用 hourshare validate 检查，然后续跑。", SYNC);
            case "SOURCE_REFUSED" -> new Advice("部门拒绝了我们的账号：请向部门核对账号、密钥与授权期限，在配置里改好后续跑；只重试不会变好。", SYNC);
            case "SOURCE_UNTRUSTED" -> new Advice("不要跳过校验：先向部门核实证书或主机公钥是否更换，换上新的之后续跑。", SYNC);
            case "SOURCE_BUSY" -> new Advice("部门在限流，系统会放慢并自动重试，" + tried + "；长期如此请与部门商定提高限额。", null);
            case "SOURCE_ERROR" -> new Advice("部门系统内部出错：把上面的报错转给部门，修好后续跑；其间系统会自动重试，" + tried + "。", SYNC);
            case "NOT_FOUND", "REDIRECTED", "QUERY_FAILED" ->
                new Advice("部门那边的地址、文件或视图变了：请部门确认后改正路由参数，再续跑；只重试不会变好。", SYNC);
            case "NO_FILE" -> new Advice("请部门按约定放好文件与 .ok 标志；文件一到下一轮自动取，也可以立即续跑。", SYNC);
            case "NOT_DATA", "EMPTY_ANSWER", "MALFORMED", "BUSINESS_ERROR", "PAGE_REPEATED" ->
                new Advice("部门返回的不是约定的数据：把上面的首个错误转给部门，修好后续跑。", SYNC);
            case "TRUNCATED", "DEADLINE", "TOTAL_CHANGED" ->
                new Advice("没有取完整，这一次什么都没有收下。系统会自动重试，" + tried + "；反复出现请查网络，并请部门错开导出的时间。", SYNC);
            case "TOTAL_MISMATCH" -> new Advice("续跑一次；仍不符时请部门核对总数。", SYNC);
            case "TOO_MANY_PAGES", "TOO_LARGE" -> new Advice("先向部门核实是否误传；确实要收的，调大上面提示的上限后续跑。", SYNC);
            case "LANDING_FAILED" -> storage();
            case "UNEXPECTED" -> engine();
            default -> new Advice("系统会自动重试，" + tried + "。先确认部门系统与网络是否恢复；恢复后可立即续跑，不必等下一次重试。", SYNC);
        };
    }

    private static Advice held(BatchTrace.Trouble trouble) {
        return switch (trouble.reason()) {
            case "SCHEMA_DRIFT" -> new Advice("到“待处理”对照新旧：部门改版的，接受这一批并请维护人员更新契约；传错的，退回并请部门重发。", DECIDE);
            case "VOLUME_ZERO", "VOLUME_RISE", "VOLUME_DROP", "VOLUME_REPEAT" ->
                new Advice("先向部门核实数量：属实的，在“待处理”接受这一批；漏传、重传或传错的，退回并请部门重发。", DECIDE);
            case "INCREMENT_AS_FULL", "FULL_AS_INCREMENT" ->
                new Advice("部门像是把全量与增量发反了：核实发反的，在“待处理”退回并请部门重发；确属如此的，接受这一批。", DECIDE);
            case "QUARANTINE_TOLERANCE" -> new Advice("先看下面的样例：属部门数据问题的，导出退回数据交部门改正后重新拉取；属映射或代码表问题的，改好后重跑。", RERUN);
            case "MASS_VANISH" -> new Advice("向部门核实名单是否传错：传错的请重新提供后重新拉取；确属实际减少的，在“待处理”接受这一批。", REPULL);
            case "DECLARED_TOTAL" -> new Advice("重新拉取一次；仍不符时请部门核对总数。", REPULL);
            case "IMBALANCE" -> new Advice("收支不平是平台自身的问题，请附本页联系平台维护人员；修复后重跑。", RERUN);
            case "HEADER_NOT_FOUND", "COLUMN_MISSING", "RECORDS_NOT_FOUND", "RECORDS_AMBIGUOUS" ->
                new Advice("先看是传错还是改版：传错的请部门重发后重新拉取；确实改版的，更新契约与映射后重跑，原始数据已收妥。", RERUN);
            default -> new Advice("交付内容无法读取，重试不会变好。请部门按约定的格式重新提供，然后重新拉取。", REPULL);
        };
    }

    private static Advice failed(BatchTrace.Trouble trouble) {
        return switch (trouble.reason()) {
            case "STORAGE_FAILED" -> storage();
            case "ENGINE_FAILED" -> engine();
            case "OUT_OF_MEMORY" -> new Advice("系统会自动重试；反复出现请按上面的提示调大内存，再续跑。", SYNC);
            default -> new Advice("原始数据已收妥，不必再请求部门。系统会自动重试；改好映射后也可以立即重跑。", RERUN);
        };
    }

    private static Advice storage() {
        return new Advice("检查数据目录所在磁盘的空间与权限；恢复后系统自动重试，也可以立即续跑。", SYNC);
    }

    private static Advice engine() {
        return new Advice("系统会自动重试；连续三次仍失败，请附本页联系平台维护人员。", SYNC);
    }
}
