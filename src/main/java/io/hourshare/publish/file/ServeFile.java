package io.hourshare.publish.file;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.SqlModel;
import io.hourshare.engine.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Fills {@code serve.duckdb}: a document per enterprise and what finds it. */
public final class ServeFile {

    private static final FileTable REDIRECT =
            new FileTable("redirect", "select old_id, enterprise_id from enterprise_redirect");

    private final ProfileViews views;
    private final Map<String, String> models;
    private final MetaTables meta;
    private final ContradictionTable contradictions;
    private final DocumentTable documents;

    public ServeFile(Catalogue catalogue, ProfileViews views, MetaTables meta) {
        this.views = views;
        this.meta = meta;
        this.contradictions = new ContradictionTable(catalogue);
        this.models = catalogue.models().get("publish") == null
                ? Map.of()
                : catalogue.models().get("publish").stream().collect(Collectors.toMap(SqlModel::name, SqlModel::sql));
        this.documents = new DocumentTable(views, this::model);
    }

    public void fill(Session session, Publication publication) {
        open(session, publication);
        fingerprint(publication).create(session);
        names(session, publication, documents.fill(session, publication));
        found().forEach(table -> table.create(session));
        contradictions.of(session).create(session);
        REDIRECT.create(session);
        // Built last and never maintained: an index under inserts costs many times the table.
        session.execute("create index document_enterprise on document_part (enterprise_id)");
        session.execute("create index code_code on code (code)");
        session.execute("create index summary_enterprise on summary (enterprise_id)");
        ofTheHour(publication).forEach((table, rows) -> rows.create(session, table));
    }

    /** Makes the next file of a copy of the earlier one. */
    public Revision revision(Publication publication, Touched touched) {
        Map<String, RowsTable> hour = ofTheHour(publication);
        Set<String> renewed = new HashSet<>(hour.keySet());
        renewed.addAll(List.of(ContradictionTable.NAME, REDIRECT.name()));
        Set<String> revised = ofEnterprises(publication).stream()
                .map(FileTable::name)
                .collect(Collectors.toCollection(() -> new HashSet<>(Set.of(DocumentTable.NAME))));
        return new Revision(touched, revised, renewed, session -> {
            Publication part = publication.of(touched.profiles());
            open(session, part);
            FileTable.revise(session, ofEnterprises(part));
            documents.revise(session, part);
            views.whole(session, publication);
            FileTable.renew(session, List.of(contradictions.of(session), REDIRECT));
            hour.forEach((table, rows) -> rows.renew(session, table));
        });
    }

    private List<FileTable> ofEnterprises(Publication publication) {
        List<FileTable> tables = new ArrayList<>(found());
        tables.add(fingerprint(publication));
        tables.add(new FileTable("name", model("name")));
        return tables;
    }

    private void open(Session session, Publication publication) {
        views.open(session, publication);
        Evidence.require(session, views.enterprise().fields());
        SearchRules.all().forEach(session::register);
        session.execute("create temp view satellite_document as "
                + SatelliteDocument.select(
                        views.satellites(publication.merged()),
                        satellite -> session.number(SatelliteDocument.crowded(satellite)) > 0));
        session.execute(
                "create temp view record_key as " + SatelliteDocument.keys(views.satellites(publication.merged())));
    }

    private FileTable fingerprint(Publication publication) {
        return new FileTable("fingerprint", Fingerprint.select(views.satellites(publication.merged())));
    }

    /** By what enterprises are found, and what a list shows of them. */
    private List<FileTable> found() {
        return List.of(
                new FileTable("summary", model("summary")),
                new FileTable("code", model("code")),
                new FileTable("person", persons()),
                new FileTable("record_now", "select key, enterprise_id, ends from temp.main.record_key order by key"));
    }

    /** How a name is sought and how it sounds costs more than reading it: what did not change is taken over. */
    private void names(Session session, Publication publication, String changed) {
        if (changed.equals(DocumentTable.ALL)) {
            session.execute("create table name as " + model("name"));
            return;
        }
        views.only(session, publication, changed);
        session.execute("create table name as select * from (select * from earlier.main.name where enterprise_id in"
                + " (select enterprise_id from kept) union all by name select * from (" + model("name")
                + ")) as all_names order by enterprise_id, kind, normal");
        views.whole(session, publication);
    }

    /** Tables that a publication has of its own although the profiles are the same. */
    public Map<String, RowsTable> ofTheHour(Publication publication) {
        return Map.of("meta", meta.meta(publication));
    }

    /** Nobody is found by a name that not everybody may see. */
    private String persons() {
        return models.containsKey("person") && views.isOpen("legal_rep_name")
                ? model("person")
                : "select '' as enterprise_id, '' as name where false";
    }

    private String model(String name) {
        String sql = models.get(name);
        if (sql == null) {
            throw new IllegalStateException("目录里缺少模型 jobs/publish/" + name + ".sql；请从发行包恢复该文件");
        }
        return sql;
    }
}
