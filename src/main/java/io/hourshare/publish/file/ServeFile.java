package io.hourshare.publish.file;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.SqlModel;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fills {@code serve.duckdb}: a document per enterprise and what finds it. */
public final class ServeFile {

    private final ProfileViews views;
    private final Map<String, String> models;
    private final MetaTables meta;
    private final ContradictionTable contradictions;

    public ServeFile(Catalogue catalogue, ProfileViews views, MetaTables meta) {
        this.views = views;
        this.meta = meta;
        this.contradictions = new ContradictionTable(catalogue);
        this.models = catalogue.models().get("publish") == null
                ? Map.of()
                : catalogue.models().get("publish").stream().collect(Collectors.toMap(SqlModel::name, SqlModel::sql));
    }

    public void fill(Session session, Publication publication) {
        views.open(session, publication);
        Evidence.require(session, views.enterprise().fields());
        SearchRules.all().forEach(session::register);
        session.execute("create temp view satellite_document as "
                + SatelliteDocument.select(
                        views.satellites(publication.merged()),
                        satellite -> session.number(SatelliteDocument.crowded(satellite)) > 0));
        session.execute(
                "create temp view record_key as " + SatelliteDocument.keys(views.satellites(publication.merged())));
        String changed = new DocumentTable(views, this::model).fill(session, publication);
        names(session, publication, changed);
        for (String table : List.of("summary", "code")) {
            session.execute("create table " + Sql.identifier(table) + " as " + model(table));
        }
        session.execute("create table person as " + persons());
        session.execute("create table record_now as select key from temp.main.record_key order by key");
        contradictions.create(session);
        session.execute("create table redirect as select old_id, enterprise_id from enterprise_redirect");
        // Built last and never maintained: an index under inserts costs many times the table.
        session.execute("create index document_enterprise on document_part (enterprise_id)");
        session.execute("create index code_code on code (code)");
        session.execute("create index summary_enterprise on summary (enterprise_id)");
        ofTheHour(publication).forEach((table, rows) -> rows.create(session, table));
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
