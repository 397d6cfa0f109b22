package io.hourshare.serve.snapshot;

import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.HourWindow;
import io.hourshare.publish.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds snapshots by the agreed tables, and serves them to tests. */
public final class SnapshotFixture implements SnapshotSource {

    public static final HourWindow HOUR = HourWindow.parse("2026-11-22T03Z");

    private final Path folder;
    private final Engine engine;
    private volatile Snapshot current;

    public SnapshotFixture(Path folder) {
        this.folder = folder;
        this.engine = new Engine(new EngineSettings("1GB", 2), folder.resolve("spill"));
    }

    /** Writes a snapshot and makes it current. */
    public Snapshot publish(long sequence, Content content) throws Exception {
        Path directory = Files.createDirectories(folder.resolve("snapshots/%06d-0badcafe".formatted(sequence)));
        Snapshot snapshot = new Snapshot(
                sequence, directory, HOUR, Instant.parse("2026-11-22T04:20:00Z"), Digest.of("content " + sequence));
        try (Session session = engine.create(snapshot.serveFile())) {
            session.execute("create table document_part (enterprise_id varchar, part bigint, text varchar)");
            session.execute("create view document as select enterprise_id, string_agg(text, '' order by part) as body"
                    + " from document_part group by enterprise_id");
            session.execute("create table code (code varchar, kind varchar, enterprise_id varchar)");
            session.execute("create table name (enterprise_id varchar, name varchar, kind varchar, normal varchar,"
                    + " pinyin varchar, initials varchar)");
            session.execute("create table person (enterprise_id varchar, name varchar)");
            session.execute("create table summary (enterprise_id varchar, uscc varchar, name varchar, status varchar,"
                    + " address varchar, in_park boolean)");
            session.execute("create table redirect (old_id varchar, enterprise_id varchar)");
            session.execute("create table meta (key varchar, value varchar)");
            content.fill(session);
            session.execute("create index document_id on document_part (enterprise_id)");
        }
        current = snapshot;
        return snapshot;
    }

    /** Makes an earlier one current again. */
    public void publishAgain(Snapshot earlier) {
        current = earlier;
    }

    /** Adds an enterprise with a small document. */
    public static void add(
            Session session, String id, String uscc, String name, String former, String address, boolean inPark) {
        session.execute("insert into summary values (?, ?, ?, '存续', ?, ?)", id, uscc, name, address, inPark);
        session.execute("insert into name (enterprise_id, name, kind) values (?, ?, 'current')", id, name);
        if (!former.isEmpty()) {
            session.execute("insert into name (enterprise_id, name, kind) values (?, ?, 'former')", id, former);
        }
        session.execute("insert into code values (?, 'uscc', ?)", uscc, id);
        String document = document(id, uscc, name, former, address, inPark);
        int half = document.length() / 2; // the last first: nothing promises that parts stand in their order
        session.execute(
                "insert into document_part values (?, 1, ?), (?, 0, ?)",
                id,
                document.substring(half),
                id,
                document.substring(0, half));
    }

    private static String document(String id, String uscc, String name, String former, String address, boolean inPark) {
        return """
                {"enterprise_id":"%s","uscc":"%s","name":"%s","in_park":%s,
                "fields":{
                "reg_status_name":{"value":"存续","title":"登记状态","unit":null,"feed":"market-regulation.registration",
                  "feed_title":"市场主体登记信息","source_time":"2026-11-22T02:05:00Z","window":"2026-11-22T02Z",
                  "position":{"object":"landing/m/rows.jsonl","offset":10,"length":300},"rule":"first","restricted":false},
                "reg_capital":{"value":1250.500000,"title":"注册资本","unit":"万元","feed":"market-regulation.registration",
                  "feed_title":"市场主体登记信息","source_time":"2026-11-22T02:05:00Z","window":"2026-11-22T02Z",
                  "position":{"object":"landing/m/rows.jsonl","offset":10,"length":300},"rule":"first","restricted":false},
                "address":{"value":"%s","title":"住所","unit":null,"feed":"market-regulation.registration",
                  "feed_title":"市场主体登记信息","source_time":"2026-11-22T02:05:00Z","window":"2026-11-22T02Z",
                  "position":{"object":"landing/m/rows.jsonl","offset":10,"length":300},"rule":"first","restricted":false},
                "tax_bureau":{"value":"国家税务总局示范县税务局","title":"主管税务局名称","unit":null,"feed":"tax.registration",
                  "feed_title":"纳税人登记信息","source_time":"2026-11-22T01:30:00Z","window":"2026-11-22T01Z",
                  "position":{"object":"landing/t/rows.jsonl","offset":0,"length":280},"rule":"only","restricted":false},
                "contact_phone":{"value":"13800000000","title":"联系电话","unit":null,"feed":"park.roster",
                  "feed_title":"园区企业名册","source_time":"2026-11-20T08:00:00Z","window":"2026-11-20T08Z",
                  "position":{"object":"landing/p/roster.xlsx","sheet":"名册","row":12,"cell":"H"},"rule":"only","restricted":true}
                },
                "conflicts":[{"attribute":"address","title":"住所","winner":{"value":"%s",
                  "feed":"market-regulation.registration","source_time":"2026-11-22T02:05:00Z","position":{}},
                  "losers":[{"value":"示范县旧路 1 号","feed":"tax.registration","source_time":"2026-11-22T01:30:00Z","position":{}}]}],
                "satellites":{"real-estate":[{"right_type":"4","mortgaged":true,
                  "_source":{"feed":"natural-resources.real-estate","source_time":"2026-11-19T08:00:00Z","position":{}}}],"qualification":[{"qual_type":"高新技术企业","grant_date":"2024-11-08","cert_no":"GR202433100657",
                  "_source":{"feed":"industry-it.qualification","source_time":"2026-11-19T08:00:00Z",
                  "position":{"object":"landing/q/list.xlsx","sheet":"名单","row":9}}}]},
                "names":[{"name":"%s","kind":"current"}%s]}
                """.formatted(
                        id,
                        uscc,
                        name,
                        inPark,
                        address,
                        address,
                        name,
                        former.isEmpty() ? "" : ",{\"name\":\"" + former + "\",\"kind\":\"former\"}");
    }

    /** Fills the tables. */
    /** Opened for answering, by one reader. */
    public ServedSnapshots served() {
        return new ServedSnapshots(this, List.of(), 1);
    }

    @FunctionalInterface
    public interface Content {
        void fill(Session session) throws Exception;
    }

    @Override
    public Optional<Snapshot> current() {
        return Optional.ofNullable(current);
    }

    @Override
    public Opened open(int sessions) {
        Session first = engine.openReadOnly(current.serveFile());
        List<Session> all = new ArrayList<>(List.of(first));
        while (all.size() < sessions) {
            all.add(first.duplicate());
        }
        return new Opened(current, all);
    }
}
