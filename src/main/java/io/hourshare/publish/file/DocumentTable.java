package io.hourshare.publish.file;

import io.hourshare.engine.EngineException;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.Digest;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds a document per enterprise; one that nothing changed is taken over from the snapshot before, because building
 * its text costs many times the reading.
 *
 * <p>What a document is made of has a fingerprint, kept in the file: equal fingerprints under the same catalogue are
 * equal documents.
 */
final class DocumentTable {

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

    /** Raised when documents are built differently, so that older ones are not taken over. */
    private static final String GENERATION = "4";

    static final String NAME = "document_part";

    /** The relation of all enterprises. */
    static final String ALL = "enterprise";

    private static final Logger LOG = LoggerFactory.getLogger(DocumentTable.class);

    private final ProfileViews views;
    private final UnaryOperator<String> models;

    /** @param models SQL by name */
    DocumentTable(ProfileViews views, UnaryOperator<String> models) {
        this.views = views;
        this.models = models;
    }

    /**
     * Fills the table of a new file beside that of its fingerprints; answers the relation of the enterprises that were
     * built: {@value #ALL}, or else those in {@code changed}.
     */
    String fill(Session session, Publication publication) {
        session.execute("create table document_part (enterprise_id varchar, part bigint, text varchar)");
        session.execute("create table document_generation as select " + Sql.literal(generation(session)) + " as value");
        String changed = changed(session, publication);
        build(session, publication, changed);
        session.execute(WHOLE);
        return changed;
    }

    /** Makes the documents of touched enterprises anew in a copy of the earlier file. */
    void revise(Session session, Publication part) {
        session.execute("delete from document_part where " + Touched.ROWS);
        build(session, part, ALL);
    }

    /** What else a document depends on: the catalogue's words, the models, and how the database hashes. */
    private String generation(Session session) {
        String engine =
                session.query("select version()", row -> row.getString(1)).get(0);
        return Digest.of(List.of(
                        GENERATION,
                        engine,
                        views.catalogue().hex(),
                        models.apply("document"),
                        models.apply("sourced_claim"),
                        models.apply("name")))
                .hex();
    }

    /** Takes over what did not change; answers the relation of the enterprises that are left to build. */
    private static String changed(Session session, Publication publication) {
        Path earlier = publication.earlier();
        if (earlier == null || !attach(session, earlier)) {
            return ALL;
        }
        session.execute("create temp table kept as select now.enterprise_id from fingerprint as now"
                + " inner join earlier.main.fingerprint as before on before.enterprise_id = now.enterprise_id"
                + " and before.print = now.print");
        session.execute("insert into document_part select document.enterprise_id, document.part, document.text"
                + " from earlier.main.document_part as document"
                + " inner join kept on kept.enterprise_id = document.enterprise_id");
        session.execute("create temp table changed as select enterprise_id from fingerprint"
                + " where enterprise_id not in (select enterprise_id from kept)");
        LOG.info("沿用 {} 户未变的文档，重建 {} 户", count(session, "kept"), count(session, "changed"));
        return "changed";
    }

    private static boolean attach(Session session, Path earlier) {
        try {
            session.execute("attach " + Sql.literal(earlier.toString()) + " as earlier (read_only)");
            return session.number("select count(*) from earlier.main.document_generation as before"
                            + " inner join document_generation as now on now.value = before.value")
                    == 1;
        } catch (EngineException olderForm) {
            LOG.info("上一个快照不能沿用，全部重建：{}", earlier);
            return false;
        }
    }

    private static long count(Session session, String table) {
        return session.number("select count(*) from " + table);
    }

    // Documents are by far the largest texts: a slice at a time keeps them within memory at any number of enterprises.
    private void build(Session session, Publication publication, String relation) {
        for (String[] slice : slices(session, relation)) {
            if (relation.equals(ALL)) {
                views.slice(session, publication, slice[0], slice[1]);
            } else {
                views.slice(session, publication, slice[0], slice[1], relation);
            }
            session.execute("create or replace temp table sourced_claim as " + models.apply("sourced_claim"));
            session.execute(PARTS.formatted(PART, models.apply("document")));
        }
        session.execute("drop table if exists temp.main.sourced_claim");
        views.whole(session, publication);
    }

    private static List<String[]> slices(Session session, String relation) {
        return session.query(
                "select min(enterprise_id), max(enterprise_id) from (select enterprise_id,"
                        + " (row_number() over (order by enterprise_id) - 1) // " + SLICE + " as slice from " + relation
                        + ") group by slice order by slice",
                row -> new String[] {row.getString(1), row.getString(2)});
    }
}
