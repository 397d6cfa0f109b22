package io.hourshare.publish;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.SqlModel;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fills {@code serve.duckdb}: a document per enterprise and what finds it. */
final class ServeFile {

    /** Enterprises whose documents are built at a time. */
    private static final int SLICE = 4_000;

    private final ProfileViews views;
    private final Map<String, String> models;
    private final MetaTables meta;

    ServeFile(Catalogue catalogue, ProfileViews views, MetaTables meta) {
        this.views = views;
        this.meta = meta;
        this.models = catalogue.models().get("publish") == null
                ? Map.of()
                : catalogue.models().get("publish").stream().collect(Collectors.toMap(SqlModel::name, SqlModel::sql));
    }

    void fill(Session session, Publication publication) {
        views.open(session, publication);
        SearchRules.all().forEach(session::register);
        session.execute("create temp view satellite_document as "
                + SatelliteDocument.select(views.satellites(publication.merged())));
        session.execute("create temp view sourced_claim as " + model("sourced_claim"));
        documents(session, publication);
        for (String table : new String[] {"summary", "code", "name"}) {
            session.execute("create table " + Sql.identifier(table) + " as " + model(table));
        }
        // Built last and never maintained: an index under inserts costs many times the table.
        session.execute("create unique index document_enterprise on document (enterprise_id)");
        session.execute("create index code_code on code (code)");
        session.execute("create index summary_enterprise on summary (enterprise_id)");
        meta.meta(session, publication);
    }

    // Documents are by far the largest texts: a slice at a time keeps them within memory at any number of enterprises.
    private void documents(Session session, Publication publication) {
        session.execute("create table document (enterprise_id varchar, body varchar)");
        for (String[] slice : slices(session)) {
            views.slice(session, publication, slice[0], slice[1]);
            session.execute("insert into document " + model("document"));
        }
        views.whole(session, publication);
    }

    private static List<String[]> slices(Session session) {
        return session.query(
                "select min(enterprise_id), max(enterprise_id) from (select enterprise_id,"
                        + " (row_number() over (order by enterprise_id) - 1) // " + SLICE + " as slice from enterprise)"
                        + " group by slice order by slice",
                row -> new String[] {row.getString(1), row.getString(2)});
    }

    private String model(String name) {
        String sql = models.get(name);
        if (sql == null) {
            throw new IllegalStateException("目录里缺少模型 jobs/publish/" + name + ".sql；请从发行包恢复该文件");
        }
        return sql;
    }
}
