package io.hourshare.normalize.anomaly;

import io.hourshare.contract.FeedContract;
import io.hourshare.contract.FeedMode;
import io.hourshare.contract.SourceField;
import io.hourshare.contract.Watch;
import io.hourshare.normalize.fault.Reason;
import io.hourshare.store.DriftChange;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tells how a delivery's columns differ from the contract and from before: one finding a column. */
public final class DriftRules {

    /** Below this many records on either side a share or a median says nothing. */
    private static final long ENOUGH = 30;

    private static final double MOSTLY = 0.5;

    /** A batch may be of one kind of enterprise, which never had what the others have: that is no column that went. */
    private static final double NEARLY_ALL = 0.85;

    /** Two medians this far apart are no chance. */
    private static final double JUMP = 20;

    private static final Set<Reason> CODES =
            EnumSet.of(Reason.UNKNOWN_CODE, Reason.UNKNOWN_REGION, Reason.UNKNOWN_INDUSTRY, Reason.UNKNOWN_CURRENCY);

    private final FeedContract contract;
    private final BatchFigures figures;
    private final Map<String, DriftChange> changes = new TreeMap<>();
    private final Set<String> unsure = new HashSet<>();

    private DriftRules(FeedContract contract, BatchFigures figures) {
        this.contract = contract;
        this.figures = figures;
    }

    /** Sorted by column. */
    public static List<DriftChange> find(FeedContract contract, BatchFigures figures) {
        DriftRules rules = new DriftRules(contract, figures);
        rules.columns();
        if (figures.rows() >= ENOUGH && figures.known() >= ENOUGH) {
            figures.faults().forEach(rules::fault);
            figures.columns().forEach(rules::values);
        }
        return List.copyOf(rules.changes.values());
    }

    /** One that went and one that came are one that was renamed. */
    private void columns() {
        List<String> added = new ArrayList<>(figures.unknown());
        added.removeAll(figures.unknownBefore());
        Map<String, String> removed = removed();
        if (added.size() == 1 && removed.size() == 1 && !unsure.containsAll(removed.keySet())) {
            String column = removed.keySet().iterator().next();
            change(Watch.RENAMED, column, column, added.get(0));
            return;
        }
        removed.forEach((column, before) -> change(Watch.REMOVED, column, before, "没有这一列的内容"));
        added.forEach(column -> change(Watch.ADDED, column, "契约里没有", "新出现的列，原样留在落地数据里，映射后可从落地回填"));
    }

    private Map<String, String> removed() {
        Map<String, String> removed = new LinkedHashMap<>();
        figures.absent().stream()
                .filter(column -> !figures.absentBefore().contains(column))
                .forEach(column -> removed.put(column, "表头有这一列"));
        if (figures.rows() < ENOUGH || figures.known() < ENOUGH) {
            return removed;
        }
        figures.columns().stream()
                .filter(column -> column.filledBefore() >= MOSTLY && column.filledNow() == 0)
                .filter(column -> column.sources().size() == 1)
                .filter(column -> !isFaulty(column.sources().get(0)))
                .forEach(column -> {
                    String before = "%.0f%% 的记录有值".formatted(column.filledBefore() * 100);
                    if (removed.putIfAbsent(column.sources().get(0), before) == null
                            && contract.mode() != FeedMode.FULL
                            && column.filledBefore() < NEARLY_ALL) {
                        unsure.add(column.sources().get(0));
                    }
                });
        figures.faults().stream()
                .filter(fault -> fault.reason() == Reason.MISSING_REQUIRED && isCommon(fault))
                .forEach(fault -> removed.putIfAbsent(fault.field(), "必填"));
        return removed;
    }

    private boolean isFaulty(String field) {
        return figures.faults().stream()
                .anyMatch(fault ->
                        fault.field().equals(field) && fault.reason() != Reason.MISSING_REQUIRED && isCommon(fault));
    }

    private boolean isCommon(FieldFault fault) {
        return fault.records() >= MOSTLY * figures.rows();
    }

    private void fault(FieldFault fault) {
        if (fault.reason() == Reason.MISSING_REQUIRED || fault.field().isEmpty()) {
            return;
        }
        String share = "%.0f%% 的记录".formatted(100.0 * fault.records() / figures.rows());
        if (CODES.contains(fault.reason()) && fault.records() * 20 >= figures.rows()) {
            change(
                    Watch.ENUMERATION,
                    fault.field(),
                    "代码都在表内",
                    share + fault.reason().explanation() + "，例如「" + fault.sample() + "」");
        } else if (isCommon(fault) && worked(fault.field())) {
            change(
                    Watch.RETYPED,
                    fault.field(),
                    "可以识别",
                    share + fault.reason().explanation() + "，例如「" + fault.sample() + "」");
        }
    }

    private boolean worked(String field) {
        return figures.columns().stream()
                .anyMatch(column -> column.sources().contains(field) && column.filledBefore() >= MOSTLY);
    }

    private void values(ColumnFigures column) {
        Double before = column.medianBefore();
        Double now = column.medianNow();
        boolean filled =
                column.filledNow() * figures.rows() >= ENOUGH && column.filledBefore() * figures.known() >= ENOUGH;
        if (before == null || now == null || !filled || before == 0 || now == 0) {
            return;
        }
        double ratio = now / before;
        if (ratio >= JUMP || ratio <= 1 / JUMP) {
            change(
                    isUnit(ratio) && isBeyond(now, column) ? Watch.UNIT : Watch.DISTRIBUTION,
                    column.sources().get(0),
                    "中位数 " + plain(before),
                    "中位数 " + plain(now) + "（" + (ratio > 1 ? plain(ratio) + " 倍" : "1/" + plain(1 / ratio)) + "）");
        }
    }

    /** Whether half of the batch lies where hardly anything lay before: big firms alone are big, yet not unheard of. */
    private static boolean isBeyond(double now, ColumnFigures column) {
        Double low = column.lowBefore();
        Double high = column.highBefore();
        return low == null || high == null || now < low || now > high;
    }

    /** Near a thousand, ten thousand or a hundred million, up or down: 元 to 万元, 平方米 to 公顷, 元 to 亿元. */
    private static boolean isUnit(double ratio) {
        double power = Math.abs(Math.log10(ratio));
        return List.of(3.0, 4.0, 8.0).stream().anyMatch(unit -> Math.abs(power - unit) < 0.35);
    }

    private static String plain(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    private void change(Watch watch, String column, String before, String after) {
        String title = contract.field(column).map(SourceField::title).orElse("");
        changes.putIfAbsent(
                column,
                new DriftChange(
                        watch.name(),
                        column,
                        title,
                        before,
                        after,
                        figures.known() > 0 && contract.holds(watch) && !unsure.contains(column)));
    }
}
