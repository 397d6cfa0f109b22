package io.hourshare.publish.file;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Fills {@code analyst.duckdb}: wide commented tables without restricted or personal columns. */
public final class AnalystFile {

    private static final String PLACE = "record.observed_at as source_time, record.\"window\" as source_window,"
            + " record.object as source_object, record.\"offset\" as source_offset, record.length as source_length,"
            + " record.sheet as source_sheet, record.\"row\" as source_row";

    private static final FileTable REDIRECT = new FileTable(
            "enterprise_redirect",
            "select old_id, enterprise_id, \"hour\" from temp.enterprise_redirect order by old_id");

    private final ProfileViews views;
    private final MetaTables meta;
    private final DictionaryTables dictionary;
    private final ContradictionTable contradictions;

    public AnalystFile(
            ProfileViews views, MetaTables meta, DictionaryTables dictionary, ContradictionTable contradictions) {
        this.views = views;
        this.meta = meta;
        this.dictionary = dictionary;
        this.contradictions = contradictions;
    }

    /** @param served the finished file of the same publication that answers the counter */
    public void fill(Session session, Publication publication, Path served) {
        views.open(session, publication);
        List<CanonicalEntity> satellites = views.satellites(publication.merged());
        ofEnterprises(satellites).forEach(table -> table.create(session));
        ofAll(session, served).forEach(table -> table.create(session));
        views.close(session, publication);
        ofTheHour(publication).forEach((table, rows) -> rows.create(session, table));
        dictionary.create(session, satellites);
        new AnalystComments(session, views).write(satellites);
    }

    /**
     * Makes the next file of a copy of the earlier one.
     *
     * @param served as for {@link #fill}
     */
    public Revision revision(Publication publication, Touched touched, Path served) {
        List<FileTable> tables = ofEnterprises(views.satellites(publication.merged()));
        Map<String, RowsTable> hour = ofTheHour(publication);
        Set<String> renewed = new HashSet<>(hour.keySet());
        renewed.addAll(List.of(ContradictionTable.NAME, REDIRECT.name()));
        Set<String> revised = tables.stream().map(FileTable::name).collect(Collectors.toSet());
        return new Revision(touched, revised, renewed, session -> {
            views.open(session, publication.of(touched.profiles()));
            FileTable.revise(session, tables);
            FileTable.renew(session, ofAll(session, served));
            views.close(session, publication);
            hour.forEach((table, rows) -> rows.renew(session, table));
        });
    }

    /** Tables of whose rows each is of one enterprise. */
    private List<FileTable> ofEnterprises(List<CanonicalEntity> satellites) {
        List<FileTable> tables = new ArrayList<>();
        tables.add(new FileTable(CanonicalEntity.ENTERPRISE, enterprise()));
        satellites.forEach(satellite -> tables.add(new FileTable(tableName(satellite), satellite(satellite))));
        tables.add(new FileTable(
                "enterprise_name",
                "select enterprise_id, name, kind, valid_from, valid_to, feed as source_feed"
                        + " from temp.enterprise_name order by enterprise_id, kind, name"));
        tables.add(
                new FileTable(
                        "enterprise_event",
                        "select enterprise_id, \"hour\", kind, subject_id, other_id, feed as source_feed, record_key, cause,"
                                + " decision from temp.enterprise_event order by enterprise_id, \"hour\", kind, subject_id, record_key"));
        tables.add(new FileTable("enterprise_provenance", provenance()));
        tables.add(new FileTable("enterprise_conflict", conflict()));
        return tables;
    }

    /** Tables whose rows rest on more than one enterprise. */
    private List<FileTable> ofAll(Session session, Path served) {
        return List.of(REDIRECT, contradictions.forAnalysts(session, served));
    }

    /** Tables that a publication has of its own although the profiles are the same. */
    public Map<String, RowsTable> ofTheHour(Publication publication) {
        return Map.of(
                "freshness", meta.freshness(),
                "balance", meta.balance(),
                "quality", meta.quality(),
                "meta", meta.meta(publication));
    }

    /** Names that need no quoting. */
    static String tableName(CanonicalEntity entity) {
        return entity.name().replace('-', '_');
    }

    private String enterprise() {
        return "select record.enterprise_id, record.in_park" + columns(views.enterprise())
                + " from temp.enterprise as record order by record.enterprise_id";
    }

    private String satellite(CanonicalEntity satellite) {
        return "select record.enterprise_id" + columns(satellite) + ", record.feed as source_feed, " + PLACE
                + " from temp." + Sql.identifier(satellite.name()) + " as record"
                + " order by record.enterprise_id, record.feed, record.record_key";
    }

    private String columns(CanonicalEntity entity) {
        return views.openFields(entity).stream()
                .map(CanonicalField::name)
                .map(name -> ", record." + Sql.identifier(name))
                .collect(Collectors.joining());
    }

    private static String provenance() {
        return "select record.enterprise_id, record.attribute, field.title, record.value, record.feed as source_feed,"
                + " feed.title as source_title, " + PLACE + ", record.cell as source_cell, record.source_field,"
                + " record.rule, record.model from temp.claim as record"
                + " inner join field on field.attribute = record.attribute"
                + " inner join feed on feed.feed = record.feed"
                + " where record.winner and field.open"
                + " order by record.enterprise_id, field.place";
    }

    private static String conflict() {
        return "select record.enterprise_id, record.attribute, field.title, record.winner_value, record.winner_feed,"
                + " record.winner_observed_at as winner_source_time, record.value, record.feed as source_feed, " + PLACE
                + ", record.cell as source_cell from temp.conflict as record"
                + " inner join field on field.attribute = record.attribute"
                + " where field.open order by record.enterprise_id, field.place, record.feed";
    }
}
