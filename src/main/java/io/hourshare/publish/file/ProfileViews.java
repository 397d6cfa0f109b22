package io.hourshare.publish.file;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.contract.LogicalType;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.Digest;
import io.hourshare.merge.DecidedValues;
import io.hourshare.merge.MergedProfiles;
import io.hourshare.merge.ProfileTable;
import io.hourshare.publish.Visibility;
import io.hourshare.store.DataRoot;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/** Opens merged profiles for a building session; nothing of it stays in the built file. */
public final class ProfileViews {

    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Date on which a record's publicity ends, by which it must be gone (credit repair, lapsed penalties). */
    public static final String PUBLICITY_END = "publicity_end";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Catalogue catalogue;
    private final Visibility visibility;
    private final DataRoot root;

    public ProfileViews(Catalogue catalogue, DataRoot root) {
        this.catalogue = catalogue;
        this.visibility = new Visibility(catalogue);
        this.root = root;
    }

    /** Whether everybody who may read profiles sees the enterprise's field. */
    boolean isOpen(String field) {
        return !visibility.isRestricted(field);
    }

    public void open(Session session, Publication publication) {
        publication.ended().attach(session);
        show(session, publication, "true");
        fields(session);
        feeds(session);
    }

    /** Digest of the catalogue that gives the words. */
    public Digest catalogue() {
        return catalogue.digest();
    }

    /** Digest of what every row rests on beside its profile: the words for it, what is past its publicity, the tables. */
    public Digest frame(Publication publication) {
        return Digest.of(List.of(
                catalogue.digest().hex(),
                today(publication).toString(),
                publication.ended().digest().hex(),
                new TreeSet<>(publication.merged().tables().keySet()).toString()));
    }

    /** Lets the views show the enterprises from one id up to another alone; both are inclusive. */
    void slice(Session session, Publication publication, String from, String to) {
        show(session, publication, between(from, to));
    }

    /**
     * As {@link #slice}, of the enterprises alone that a relation names. Their rows are picked out once: the models read
     * some tables several times, and each time would look through all of them.
     */
    void slice(Session session, Publication publication, String from, String to, String only) {
        String where = between(from, to) + " and enterprise_id in (select enterprise_id from " + only + ")";
        publication.merged().tables().forEach((table, kept) -> {
            session.execute(
                    "create or replace temp table " + picked(table) + " as " + rows(publication, table, kept, where));
            session.execute(
                    "create or replace temp view " + Sql.identifier(table) + " as select * from " + picked(table));
        });
    }

    /** Lets the views show those enterprises alone that a relation names. */
    void only(Session session, Publication publication, String relation) {
        show(session, publication, "enterprise_id in (select enterprise_id from " + relation + ")");
    }

    /** Shows all enterprises again. */
    void whole(Session session, Publication publication) {
        show(session, publication, "true");
        publication
                .merged()
                .tables()
                .keySet()
                .forEach(table -> session.execute("drop table if exists " + picked(table)));
    }

    private static String between(String from, String to) {
        return "enterprise_id between " + Sql.literal(from) + " and " + Sql.literal(to);
    }

    private static String picked(String table) {
        return "temp.main." + Sql.identifier("picked " + table);
    }

    private void show(Session session, Publication publication, String where) {
        publication
                .merged()
                .tables()
                .forEach((table, kept) -> session.execute("create or replace temp view " + Sql.identifier(table)
                        + " as " + rows(publication, table, kept, where)));
    }

    private String rows(Publication publication, String table, ProfileTable kept, String where) {
        return "select * from " + kept.rows(root::resolve) + " where " + where + stillPublic(table, publication)
                + publication.ended().condition(table, isKeyed(table));
    }

    /** Takes the views away, so that their names mean the built file's own tables again. */
    public void close(Session session, Publication publication) {
        publication
                .merged()
                .tables()
                .keySet()
                .forEach(table -> session.execute("drop view temp.main." + Sql.identifier(table)));
    }

    CanonicalEntity enterprise() {
        return Objects.requireNonNull(catalogue.entities().get(CanonicalEntity.ENTERPRISE), "enterprise contract");
    }

    /** Satellites that were merged, sorted by name. */
    List<CanonicalEntity> satellites(MergedProfiles merged) {
        return merged.tables().keySet().stream()
                .sorted()
                .filter(table -> !table.equals(CanonicalEntity.ENTERPRISE))
                .map(catalogue.entities()::get)
                .filter(Objects::nonNull)
                .toList();
    }

    List<CanonicalField> openFields(CanonicalEntity entity) {
        return entity.fields().stream()
                .filter(field -> visibility.isForAnalysts(entity, field))
                .toList();
    }

    /** Events and records of satellites name the feed's record that they are of. */
    private boolean isKeyed(String table) {
        return table.equals("enterprise_event")
                || !table.equals(CanonicalEntity.ENTERPRISE)
                        && catalogue.entities().containsKey(table);
    }

    private String stillPublic(String table, Publication publication) {
        CanonicalEntity entity = catalogue.entities().get(table);
        return entity != null && isDated(entity)
                ? " and coalesce(" + PUBLICITY_END + " >= date '" + today(publication) + "', true)"
                : "";
    }

    /** Whether the publicity of the kind's records has an end. */
    static boolean isDated(CanonicalEntity entity) {
        return entity.fields().stream()
                .anyMatch(field -> field.name().equals(PUBLICITY_END) && field.type() == LogicalType.DATE);
    }

    private static LocalDate today(Publication publication) {
        return LocalDate.ofInstant(publication.hour().end(), CHINA);
    }

    private void fields(Session session) {
        RowsTable table = new RowsTable()
                .column("attribute", "varchar")
                .column("place", "integer")
                .column("head", "varchar")
                .column("bare", "boolean")
                .column("title", "varchar")
                .column("open", "boolean");
        int place = 0;
        for (CanonicalField field : enterprise().fields()) {
            boolean restricted = visibility.isRestricted(enterprise(), field);
            String head = "\"title\":" + JSON.writeValueAsString(field.title()) + ",\"unit\":"
                    + JSON.writeValueAsString(field.unit()) + ",\"restricted\":" + restricted;
            table.row(
                    field.name(),
                    place++,
                    head,
                    isBare(field.type()),
                    field.title(),
                    visibility.isForAnalysts(enterprise(), field));
        }
        table.createTemporary(session, "field");
    }

    private void feeds(Session session) {
        RowsTable table = new RowsTable()
                .column("feed", "varchar")
                .column("title", "varchar")
                .column("feed_json", "varchar")
                .column("title_json", "varchar")
                .column("key_open", "boolean");
        for (Feed feed : catalogue.feeds()) {
            String title = feed.contract().title();
            table.row(
                    feed.id(),
                    title,
                    JSON.writeValueAsString(feed.id().toString()),
                    JSON.writeValueAsString(title),
                    !visibility.isKeyPersonal(feed));
        }
        table.row(
                DecidedValues.FEED,
                DecidedValues.TITLE,
                JSON.writeValueAsString(DecidedValues.FEED.toString()),
                JSON.writeValueAsString(DecidedValues.TITLE),
                true);
        table.createTemporary(session, "feed");
    }

    /** Whether the text of a value is its JSON form already. */
    static boolean isBare(LogicalType type) {
        return switch (type) {
            case NUMBER, INTEGER, BOOLEAN -> true;
            case STRING, DATE, TIMESTAMP -> false;
        };
    }
}
