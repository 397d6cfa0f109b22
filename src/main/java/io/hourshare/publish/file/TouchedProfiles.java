package io.hourshare.publish.file;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.Digest;
import io.hourshare.merge.MergedProfiles;
import io.hourshare.merge.News;
import io.hourshare.merge.ProfileTable;
import io.hourshare.store.DataRoot;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds by their fingerprints the enterprises that were touched, and puts their profiles aside. */
public final class TouchedProfiles {

    /** Leads from ids that are no enterprise's any more: shown whole. */
    private static final String REDIRECT = "enterprise_redirect";

    /** Makes the table of those whose fingerprints are compared. */
    private static final String ASKED = "create temp table asked as %s";

    private static final String BEFORE =
            "(select * from earlier.main.fingerprint where enterprise_id in (select enterprise_id from asked))";

    private static final String EVERYBODY =
            "select enterprise_id from enterprise union select enterprise_id from earlier.main.fingerprint";

    private static final String TOUCHED = "create temp table touched as"
            + " select coalesce(now.enterprise_id, before.enterprise_id) as enterprise_id"
            + " from print_now as now full join " + BEFORE + " as before"
            + " on before.enterprise_id = now.enterprise_id"
            + " where before.print is distinct from now.print or before.rules is distinct from now.rules";

    private static final String GONE = "select count(*) from " + BEFORE
            + " where enterprise_id not in (select enterprise_id from print_now)"
            + " and enterprise_id not in (select old_id from " + REDIRECT + ")";

    private static final String ENDED = "select count(*) from earlier.main.record_now as before where before.ends and "
            + Touched.ROWS + " and before.key not in (select key from (%s) where ends and " + Touched.ROWS + ")";

    private final Engine engine;
    private final DataRoot root;
    private final ProfileViews views;

    public TouchedProfiles(Engine engine, DataRoot root, ProfileViews views) {
        this.engine = engine;
        this.root = root;
        this.views = views;
    }

    /**
     * Empty where something ended that must not stay in a file, not even among bytes that nobody reads any more: an
     * enterprise without a successor, or a record whose publicity has an end.
     *
     * @param earlier the served file of the snapshot before
     * @param told digest of the merge that it tells of
     * @param folder where the profiles are put
     */
    public Optional<Touched> since(Path earlier, Digest told, Publication publication, Path folder) {
        try (Session session = engine.open()) {
            views.open(session, publication);
            session.execute("attach " + Sql.literal(earlier.toString()) + " as earlier (read_only)");
            long all = session.number("select count(*) from enterprise");
            ask(session, publication, told);
            session.execute(
                    "create temp table print_now as " + Fingerprint.select(views.satellites(publication.merged())));
            session.execute(TOUCHED);
            if (session.number(GONE) > 0 || session.number(ended(publication)) > 0) {
                return Optional.empty();
            }
            List<String> enterprises =
                    session.query("select enterprise_id from touched order by 1", row -> row.getString(1));
            return Optional.of(new Touched(enterprises, profiles(session, publication.merged(), folder), all));
        }
    }

    /** Where the merge knows who may differ from the earlier one, nobody else is looked at. */
    private void ask(Session session, Publication publication, Digest told) {
        News news = publication.merged().news();
        if (news == null || !news.since().equals(told)) {
            session.execute(ASKED.formatted(EVERYBODY));
            return;
        }
        session.execute(ASKED.formatted("select enterprise_id from " + news.rows(root::resolve)));
        views.only(session, publication, "asked");
    }

    private String ended(Publication publication) {
        return ENDED.formatted(SatelliteDocument.keys(views.satellites(publication.merged())));
    }

    private MergedProfiles profiles(Session session, MergedProfiles merged, Path folder) {
        Map<String, ProfileTable> tables = new HashMap<>(merged.tables());
        tables.replaceAll((table, kept) -> {
            if (table.equals(REDIRECT)) {
                return kept;
            }
            Path file = folder.resolve(table + ".parquet");
            session.copy("select * from " + Sql.identifier(table) + " where " + Touched.ROWS, file);
            return ProfileTable.whole(root.relativize(file));
        });
        return new MergedProfiles(tables, merged.counts(), merged.digest(), merged.news());
    }
}
