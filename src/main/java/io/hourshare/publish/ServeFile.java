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

    /**
     * Characters of a part: whole documents would be compressed together, so that reading one unpacks hundreds; parts of
     * this length are compressed one by one.
     */
    private static final int PART = 2_500;

    private static final String PARTS = """
            insert into document_part
            select enterprise_id, part, substr(body, 1 + part * %1$d, %1$d) as text
            from (select enterprise_id, body, unnest(range((length(body) - 1) // %1$d + 1)) as part from (%2$s))
            """;

    private static final String WHOLE = "create view document as select enterprise_id,"
            + " string_agg(text, '' order by part) as body from document_part group by enterprise_id";

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
        Evidence.require(session, views.enterprise().fields());
        SearchRules.all().forEach(session::register);
        session.execute("create temp view satellite_document as "
                + SatelliteDocument.select(views.satellites(publication.merged())));
        documents(session, publication);
        for (String table : new String[] {"summary", "code", "name"}) {
            session.execute("create table " + Sql.identifier(table) + " as " + model(table));
        }
        session.execute("create table redirect as select old_id, enterprise_id from enterprise_redirect");
        // Built last and never maintained: an index under inserts costs many times the table.
        session.execute("create index document_enterprise on document_part (enterprise_id)");
        session.execute("create index code_code on code (code)");
        session.execute("create index summary_enterprise on summary (enterprise_id)");
        meta.meta(session, publication);
    }

    // Documents are by far the largest texts: a slice at a time keeps them within memory at any number of enterprises.
    private void documents(Session session, Publication publication) {
        session.execute("create table document_part (enterprise_id varchar, part bigint, text varchar)");
        for (String[] slice : slices(session)) {
            views.slice(session, publication, slice[0], slice[1]);
            session.execute("create or replace temp table sourced_claim as " + model("sourced_claim"));
            session.execute(PARTS.formatted(PART, model("document")));
        }
        session.execute(WHOLE);
        session.execute("drop table if exists temp.main.sourced_claim");
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
