package io.hourshare.serve.enterprise;

import io.hourshare.engine.Session;
import io.hourshare.serve.Cursor;
import io.hourshare.serve.RefusedException;
import io.hourshare.serve.search.MatchReason;
import io.hourshare.serve.search.NameSearch;
import io.hourshare.serve.search.Ranking;
import io.hourshare.serve.search.Ranking.Ranked;
import io.hourshare.serve.search.ScannedText;
import io.hourshare.serve.search.Scope;
import io.hourshare.serve.search.SearchIndex;
import io.hourshare.serve.snapshot.ServedSnapshot;
import io.hourshare.serve.snapshot.ServedSnapshots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Finds enterprises by whatever somebody has in hand: code, number, name, pinyin, former name, legal representative, address. */
public final class Search {

    /** Nobody turns more pages than this; they type another letter. */
    private static final int DEEPEST = 10_000;

    private final ServedSnapshots snapshots;

    Search(ServedSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * @param query as typed; empty lists everything in scope
     * @param cursor from the previous page, or null for the first
     */
    public Found find(String query, Scope scope, int limit, @Nullable String cursor) {
        Cursor from = cursor == null ? null : Cursor.parse(cursor);
        ServedSnapshot served = from == null ? snapshots.current() : pinned(from);
        int offset = from == null ? 0 : Math.min(from.offset(), DEEPEST);
        SearchIndex index = served.index();
        Ranking ranking = new NameSearch(index, scope, ScannedText.query(query)).run();
        Ranked[] top = ranking.top(offset + limit);
        List<Ranked> page = Arrays.asList(top).subList(Math.min(offset, top.length), top.length);
        boolean more = ranking.found() > offset + limit && offset + limit < DEEPEST;
        String next = more ? new Cursor(served.snapshot().sequence(), offset + limit).opaque() : null;
        return new Found(served.version(), hits(served, page), ranking.found(), next);
    }

    private ServedSnapshot pinned(Cursor cursor) {
        return snapshots
                .find(cursor.sequence())
                .orElseThrow(() -> new RefusedException(
                        HttpStatus.GONE, "cursor-expired", "翻页标记已过期", "上一页所在的快照已被更新的快照取代。请去掉 cursor 重新查询。"));
    }

    private static List<SearchHit> hits(ServedSnapshot served, List<Ranked> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        SearchIndex index = served.index();
        List<String> ids = page.stream()
                .map(ranked -> index.ids().text(ranked.enterprise()))
                .toList();
        Map<String, Summary> summaries = served.ask(session -> summaries(session, ids));
        return page.stream().map(ranked -> hit(index, ranked, summaries)).toList();
    }

    private static Map<String, Summary> summaries(Session session, List<String> ids) {
        String sql = "select enterprise_id, uscc, name, status, address, in_park from summary where enterprise_id in ("
                + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
        Map<String, Summary> summaries = new HashMap<>();
        session.query(sql, row -> summaries.put(row.getString(1), Summary.read(row)), ids.toArray());
        return summaries;
    }

    private static SearchHit hit(SearchIndex index, Ranked ranked, Map<String, Summary> summaries) {
        String id = index.ids().text(ranked.enterprise());
        Summary summary = summaries.getOrDefault(id, Summary.UNKNOWN);
        MatchReason reason = ranked.reason();
        return new SearchHit(
                id,
                summary.uscc(),
                summary.name(),
                summary.status(),
                summary.address(),
                summary.inPark(),
                reason,
                reason.title(),
                reason.matchedIn(index).text(ranked.row()));
    }

    private record Summary(
            @Nullable String uscc,
            @Nullable String name,
            @Nullable String status,
            @Nullable String address,
            boolean inPark) {

        static final Summary UNKNOWN = new Summary(null, null, null, null, false);

        static Summary read(ResultSet row) throws SQLException {
            return new Summary(
                    row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getBoolean(6));
        }
    }
}
