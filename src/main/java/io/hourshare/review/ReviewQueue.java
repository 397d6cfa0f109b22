package io.hourshare.review;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.review.Question.Evidence;
import io.hourshare.review.Question.Side;
import io.hourshare.store.DataRoot;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.store.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the newest result of the resolution asks people, the most uncertain first. */
public final class ReviewQueue {

    private static final Map<String, String> FEATURES = new LinkedHashMap<>();

    static {
        FEATURES.put("name", "名称");
        FEATURES.put("region", "区划");
        FEATURES.put("place", "地址");
        FEATURES.put("person", "法定代表人");
        FEATURES.put("number", "代码");
        FEATURES.put("status", "登记状态");
    }

    private static final String ASKED = """
            with folded as (
                select *, md5(fold || '|' || reason) as question,
                    count(*) over (partition by fold, reason) as records,
                    row_number() over (partition by fold, reason order by feed, record_key) as choice
                from review
            )
            select * from folded where choice = 1
            order by reason, abs(chance - 0.5), records desc, question""";

    private final Engine engine;
    private final Ledger ledger;
    private final DataRoot root;

    ReviewQueue(Engine engine, Ledger ledger, DataRoot root) {
        this.engine = engine;
        this.ledger = ledger;
        this.root = root;
    }

    /** At most so many questions from the given place in the queue on. */
    public List<Question> questions(int from, int most) {
        return ask("select * from (" + ASKED + ") limit " + most + " offset " + from);
    }

    public Optional<Question> question(String id) {
        return ask("select * from (" + ASKED + ") where question = ?", id).stream()
                .findFirst();
    }

    /** How many questions wait. */
    public long size() {
        return table("er_review").map(this::count).orElse(0L);
    }

    /** Normal form of the name that the question's records share. */
    Optional<String> normalName(String question) {
        return table("er_review").flatMap(file -> {
            try (Session session = engine.open()) {
                session.view("review", List.of(file));
                return session
                        .query(
                                "select record_full_name from review where md5(fold || '|' || reason) = ? limit 1",
                                row -> row.getString(1),
                                question)
                        .stream()
                        .findFirst();
            }
        });
    }

    /** Whether the newest result knows the enterprise. */
    boolean knows(String enterpriseId) {
        return table("er_entity").map(file -> known(file, enterpriseId)).orElse(false);
    }

    private boolean known(Path file, String enterpriseId) {
        try (Session session = engine.open()) {
            session.view("entity", List.of(file));
            return session.number("select count(*) from entity where enterprise_id = ?", enterpriseId) > 0;
        }
    }

    private long count(Path file) {
        try (Session session = engine.open()) {
            session.view("review", List.of(file));
            return session.number("select count(distinct fold || '|' || reason) from review");
        }
    }

    private List<Question> ask(String sql, Object... parameters) {
        return table("er_review")
                .map(file -> {
                    try (Session session = engine.open()) {
                        session.view("review", List.of(file));
                        return session.query(sql, ReviewQueue::read, parameters);
                    }
                })
                .orElse(List.of());
    }

    private Optional<Path> table(String name) {
        return ledger.lastStage(StageDone.RESOLVE).stream()
                .flatMap(done -> done.files().stream())
                .filter(file -> file.endsWith("/" + name + ".parquet"))
                .map(root::resolve)
                .filter(Files::exists)
                .findFirst();
    }

    private static Question read(ResultSet row) throws SQLException {
        List<Evidence> evidence = new ArrayList<>();
        for (Map.Entry<String, String> feature : FEATURES.entrySet()) {
            double bits = row.getDouble(feature.getKey() + "_bits");
            evidence.add(new Evidence(
                    feature.getKey(), feature.getValue(), row.wasNull() ? null : Math.round(bits * 10) / 10.0));
        }
        return new Question(
                row.getString("question"),
                row.getString("reason"),
                Math.round(row.getDouble("chance") * 100) / 100.0,
                row.getLong("records"),
                row.getString("enterprise_id"),
                side(row, "record", row.getString("feed"), row.getString("record_key")),
                side(row, "candidate", row.getString("candidate_feed"), row.getString("candidate_key")),
                evidence);
    }

    private static Side side(ResultSet row, String side, String feed, String key) throws SQLException {
        return new Side(
                feed,
                key,
                text(row, side + "_name"),
                text(row, side + "_numbers"),
                text(row, side + "_region"),
                text(row, side + "_place"),
                text(row, side + "_person"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
