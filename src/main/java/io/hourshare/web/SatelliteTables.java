package io.hourshare.web;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.serve.profile.SatelliteRecord;
import io.hourshare.web.ProfilePage.Row;
import io.hourshare.web.ProfilePage.Table;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Satellite records as tables; titles and units come from the canonical contract, columns that are empty go. */
final class SatelliteTables {

    /** Columns that only say again whose page this is. */
    static final Set<String> SAID_ABOVE = Set.of(
            "ent_name",
            "uscc",
            "enterprise_id",
            "taxpayer_id",
            "holder_id",
            "org_code",
            "reg_no",
            "entity_pk",
            "cp_type");

    /** Codes and wordings that stand beside the words for them. */
    private static final Set<String> SAID_TWICE = Set.of("change_item_code", "size_class", "qual_type_name");

    private final Catalogue catalogue;
    private final CodeTitles codes;
    private final FeedTitles titles;

    SatelliteTables(Catalogue catalogue, CodeTitles codes, FeedTitles titles) {
        this.catalogue = catalogue;
        this.codes = codes;
        this.titles = titles;
    }

    /** @param leftOut how many older records there are besides, by entity */
    List<Table> of(Map<String, List<SatelliteRecord>> satellites, Map<String, Long> leftOut) {
        return satellites.entrySet().stream()
                .filter(satellite -> !satellite.getValue().isEmpty())
                .map(satellite ->
                        table(satellite.getKey(), satellite.getValue(), leftOut.getOrDefault(satellite.getKey(), 0L)))
                .toList();
    }

    private Table table(String entity, List<SatelliteRecord> records, long leftOut) {
        CanonicalEntity known = catalogue.entities().get(entity);
        Set<String> columns = new LinkedHashSet<>();
        records.forEach(record -> columns.addAll(record.values().keySet()));
        records.forEach(record -> columns.addAll(record.withheld()));
        columns.removeAll(SAID_ABOVE);
        columns.removeAll(SAID_TWICE);
        columns.removeIf(column -> column.startsWith("_"));
        Map<String, CanonicalField> fields = new LinkedHashMap<>();
        if (known != null) {
            known.fields().forEach(field -> fields.put(field.name(), field));
        }
        return new Table(
                entity,
                (known == null ? entity : known.title())
                        + (leftOut == 0
                                ? ""
                                : "（共 " + (leftOut + records.size()) + " 条，此处为最新的 " + records.size() + " 条，其余见分析文件）"),
                columns.stream()
                        .map(column -> title(column, fields.get(column)))
                        .toList(),
                records.stream().map(record -> row(record, columns, fields)).toList());
    }

    private static String title(String column, @Nullable CanonicalField field) {
        return field == null ? column : field.unit() == null ? field.title() : field.title() + "（" + field.unit() + "）";
    }

    private Row row(SatelliteRecord record, Set<String> columns, Map<String, CanonicalField> fields) {
        List<String> cells = columns.stream()
                .map(column -> record.withheld().contains(column)
                        ? "无权查看"
                        : cell(said(column, record.values().get(column)), fields.get(column)))
                .toList();
        String source = titles.of(record.feed());
        int others = record.derivedFrom().size() - 1;
        return new Row(
                cells,
                others > 0 ? source + " 等 " + (others + 1) + " 条记录" : source,
                ShownTime.minute(record.sourceTime()));
    }

    private @Nullable Object said(String column, @Nullable Object value) {
        return column.endsWith("_feed") && value != null ? titles.of(value.toString()) : codes.title(column, value);
    }

    private static String cell(@Nullable Object value, @Nullable CanonicalField field) {
        String unit = field == null ? null : field.unit();
        String shown = ShownValue.of(value, unit);
        return unit != null && shown.endsWith(" " + unit)
                ? shown.substring(0, shown.length() - unit.length() - 1)
                : shown;
    }
}
