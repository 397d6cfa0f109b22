package io.hourshare.quarantine;

import io.hourshare.access.ReadLog;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.normalize.SourceRecords;
import io.hourshare.normalize.SourceSight;
import io.hourshare.quarantine.Cause.Held;
import io.hourshare.sheet.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Held back records in the department's own columns, so that it can mend and resend them: what is wrong stands in
 * further columns behind, which reading passes over.
 */
@Component
public final class QuarantineExport {

    private static final int MOST = 50_000;
    private static final List<String> BEHIND = List.of("退回原因", "有问题的项", "所在位置", "所属时段");

    private final Catalogue catalogue;
    private final Quarantine quarantine;
    private final SourceRecords sources;
    private final ReadLog reads;

    QuarantineExport(Catalogue catalogue, Quarantine quarantine, SourceRecords sources, ReadLog reads) {
        this.catalogue = catalogue;
        this.quarantine = quarantine;
        this.sources = sources;
        this.reads = reads;
    }

    /**
     * Which records to take.
     *
     * @param reason code of a reason, or empty for all
     * @param field source field, or empty for all
     */
    public record Wanted(FeedId feed, HourWindow from, HourWindow to, String reason, String field) {}

    /**
     * The records as a sheet; the reading is in the audit chain before it is given.
     *
     * @param openly whether personal and restricted fields are shown
     * @throws IllegalArgumentException where there is no such feed
     */
    public Sheet of(Wanted wanted, boolean openly) {
        Feed feed = catalogue
                .feed(wanted.feed())
                .orElseThrow(() -> new IllegalArgumentException("No feed " + wanted.feed()));
        reads.note(ReadLog.Reading.EXPORTED, wanted.feed().toString(), wanted.reason());
        List<Cause> held =
                quarantine.records(wanted.feed(), wanted.from(), wanted.to(), wanted.reason(), wanted.field(), MOST);
        Map<String, Map<Long, Map<String, String>>> records = records(feed, held);
        List<String> fields = sources.fields(feed);
        List<String> columns = new ArrayList<>(fields);
        columns.addAll(BEHIND);
        SourceSight sight = new SourceSight(feed, catalogue);
        List<List<Object>> rows = held.stream()
                .map(one -> row(sight, fields, one, record(records, one), openly))
                .toList();
        return new Sheet("退回数据", columns, rows, notes(feed, wanted, rows.size()));
    }

    private Map<String, Map<Long, Map<String, String>>> records(Feed feed, List<Cause> held) {
        Map<String, Set<Long>> places = new LinkedHashMap<>();
        for (Cause one : held) {
            Held sample = one.samples().get(0);
            places.computeIfAbsent(sample.object(), object -> new LinkedHashSet<>())
                    .add(sample.ordinal());
        }
        Map<String, Map<Long, Map<String, String>>> records = new HashMap<>();
        places.forEach((object, ordinals) -> records.put(object, sources.read(feed, object, ordinals)));
        return records;
    }

    private static Map<String, String> record(Map<String, Map<Long, Map<String, String>>> records, Cause one) {
        Held held = one.samples().get(0);
        return records.getOrDefault(held.object(), Map.of()).getOrDefault(held.ordinal(), Map.of());
    }

    private static List<Object> row(
            SourceSight sight, List<String> fields, Cause one, Map<String, String> record, boolean openly) {
        Held held = one.samples().get(0);
        List<Object> row = new ArrayList<>();
        for (String field : fields) {
            String value = record.getOrDefault(field, "");
            row.add(openly ? value : sight.shown(field, value));
        }
        row.add(one.explanation());
        row.add(one.fieldTitle().isEmpty() ? one.field() : one.fieldTitle());
        row.add(record.isEmpty() ? held.place() + "：" + held.excerpt() : held.place());
        row.add(held.window());
        return row;
    }

    private static List<String> notes(Feed feed, Wanted wanted, int rows) {
        List<String> notes = new ArrayList<>();
        notes.add("数据源：" + feed.contract().title() + "（" + feed.id() + "）");
        notes.add("时段：" + wanted.from() + " 至 " + wanted.to());
        notes.add("共 " + rows + " 行" + (rows == MOST ? "，已达一次导出的上限，请缩小时段分批导出" : ""));
        notes.add("请在原来各列改正后按原方式重新报送；最后四列说明退回原因，报送时可以保留，平台读取时会略过。");
        notes.add("同一条记录每小时重复退回的，只列最近一次；以后时段已经入库的不再列出。写有“（个人信息…）”“（受限字段…）”的内容，请按原值补回。");
        return notes;
    }
}
