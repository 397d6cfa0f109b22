package io.hourshare.correct;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.contract.SourceField;
import io.hourshare.kernel.FeedId;
import io.hourshare.ledger.CaseView;
import io.hourshare.ledger.ClockReading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Corrections as a workbook for their department: a sheet a feed, with the columns under the names that the
 * department's own system has for them, and empty columns for its answer.
 */
public final class CorrectionSheets {

    private static final List<String> HEAD = List.of("校核编号", "企业名称", "统一社会信用代码");
    private static final List<String> TAIL = List.of("建议取值", "依据", "提出日期", "反馈期限", "核实结果", "更正后的取值", "说明");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneId.of("Asia/Shanghai"));

    private final Catalogue catalogue;

    CorrectionSheets(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Corrections that are open, those of one feed on one sheet. */
    public byte[] workbook(List<CaseView> corrections) {
        Map<String, List<CaseView>> byFeed = corrections.stream()
                .collect(Collectors.groupingBy(
                        one -> one.details().getOrDefault("feed", ""), TreeMap::new, Collectors.toList()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "hourshare", "1.0")) {
            byFeed.forEach((feed, cases) -> fill(workbook, feed, cases));
            if (byFeed.isEmpty()) {
                workbook.newWorksheet("校核").value(0, 0, "没有待核实的事项");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("校核单无法生成", e);
        }
        return bytes.toByteArray();
    }

    private void fill(Workbook workbook, String feedId, List<CaseView> cases) {
        Optional<Feed> feed = catalogue.feed(FeedId.parse(feedId));
        List<SourceField> keys = feed.map(one -> one.contract().key()).orElse(List.of());
        List<String> doubted = new ArrayList<>(cases.stream()
                .map(one -> one.details().getOrDefault("source_field", ""))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
        String title = feed.map(one -> one.contract().title()).orElse(feedId);
        Worksheet sheet = workbook.newWorksheet(title.length() > 31 ? title.substring(0, 31) : title);
        List<String> columns = new ArrayList<>(HEAD);
        keys.forEach(key -> columns.add(named(key)));
        doubted.forEach(name -> columns.add(named(feed, name)));
        columns.addAll(TAIL);
        row(sheet, 0, columns);
        for (int i = 0; i < cases.size(); i++) {
            row(sheet, i + 1, cells(cases.get(i), keys, doubted));
        }
        sheet.freezePane(0, 1);
        sheet.setAutoFilter(0, 0, cases.size(), columns.size() - 1);
    }

    private static List<String> cells(CaseView one, List<SourceField> keys, List<String> doubted) {
        Map<String, String> details = one.details();
        List<String> cells = new ArrayList<>(
                List.of(one.id(), details.getOrDefault("enterprise_name", ""), details.getOrDefault("uscc", "")));
        cells.addAll(keyCells(details.getOrDefault("record_key", ""), keys));
        for (String name : doubted) {
            cells.add(name.equals(details.get("source_field")) ? details.getOrDefault("value", "（受限，不列出）") : "");
        }
        cells.add(details.getOrDefault("expected", ""));
        cells.add(details.getOrDefault("evidence", ""));
        cells.add(DAY.format(one.openedAt()));
        cells.add(due(one));
        return cells;
    }

    private static List<String> keyCells(String recordKey, List<SourceField> keys) {
        String[] parts = recordKey.split("\\|", -1);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            cells.add(parts.length == keys.size() ? parts[i] : i == 0 ? recordKey : "");
        }
        return cells;
    }

    /** The last day on which an answer is in time. */
    private static String due(CaseView one) {
        return one.clocks().stream()
                .map(ClockReading::dueAt)
                .flatMap(due -> Optional.<@Nullable Instant>ofNullable(due).stream())
                .findFirst()
                .map(due -> DAY.format(due.minusSeconds(1)))
                .orElse("");
    }

    private static String named(SourceField field) {
        return field.title().isEmpty() || field.title().equals(field.name())
                ? field.name()
                : field.name() + "（" + field.title() + "）";
    }

    private static String named(Optional<Feed> feed, String name) {
        return feed.flatMap(one -> one.contract().field(name.split("\\|", 2)[0]))
                .map(CorrectionSheets::named)
                .orElse(name);
    }

    private static void row(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
            sheet.style(row, column).format("@").set();
        }
    }
}
