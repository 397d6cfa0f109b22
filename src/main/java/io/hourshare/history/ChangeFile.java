package io.hourshare.history;

import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineException;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.Digest;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes what differs between two snapshots: reads only the documents whose fingerprints differ. */
final class ChangeFile {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Documents compared at a time. */
    private static final int SLICE = 2_000;

    private static final String CHANGED = "create temp table changed as select"
            + " coalesce(now.enterprise_id, before.enterprise_id) as enterprise_id,"
            + " row_number() over (order by coalesce(now.enterprise_id, before.enterprise_id)) as place"
            + " from following.main.fingerprint as now full join earlier.main.fingerprint as before"
            + " on before.enterprise_id = now.enterprise_id where before.print is distinct from now.print";

    /** Documents by a list of enterprises: asked for one by one, the database would look through all documents. */
    private static final String DOCUMENTS = """
            with slice as (select enterprise_id, place from changed where place > %1$d and place <= %2$d),
            old as (%3$s),
            new as (%4$s)
            select slice.enterprise_id, old.body, new.body from slice
            left join old on old.enterprise_id = slice.enterprise_id
            left join new on new.enterprise_id = slice.enterprise_id
            order by slice.place
            """;

    private static final String BODIES = "select enterprise_id, string_agg(text, '' order by part) as body"
            + " from %s.main.document_part where enterprise_id in (select enterprise_id from slice)"
            + " group by enterprise_id";

    private static final String COLUMNS =
            "{\"row\": 'BIGINT', enterprise_id: 'VARCHAR', kind: 'VARCHAR', path: 'VARCHAR',"
                    + " key: 'VARCHAR', before: 'VARCHAR', after: 'VARCHAR'}";

    private final DataRoot root;
    private final Engine engine;

    ChangeFile(DataRoot root, Engine engine) {
        this.root = root;
        this.engine = engine;
    }

    /** @param file null where nothing changed */
    record Written(@Nullable String file, long changes) {}

    /** Empty where the earlier snapshot cannot be compared with: it is of an older form, or damaged. */
    Optional<Written> write(Path earlier, Path following, String name) {
        try (Session session = engine.open()) {
            session.execute("attach " + Sql.literal(earlier.toString()) + " as earlier (read_only)");
            session.execute("attach " + Sql.literal(following.toString()) + " as following (read_only)");
            session.execute(CHANGED);
            return Optional.of(write(session, name));
        } catch (EngineException notComparable) {
            return Optional.empty();
        }
    }

    private Written write(Session session, String name) {
        Path folder = root.resolve("lake/history");
        try {
            Path lines = DurableFiles.temporary(folder.resolve(name));
            try {
                long changes = lines(session, lines);
                return changes == 0 ? new Written(null, 0) : new Written(parquet(session, lines, name), changes);
            } finally {
                Files.deleteIfExists(lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("变动文件写不成：" + folder + "；请检查磁盘空间与权限", e);
        }
    }

    private long lines(Session session, Path file) throws IOException {
        long rows = 0;
        long changed = session.number("select count(*) from changed");
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (long place = 0; place < changed; place += SLICE) {
                List<String[]> documents = session.query(
                        DOCUMENTS.formatted(
                                place, place + SLICE, BODIES.formatted("earlier"), BODIES.formatted("following")),
                        row -> new String[] {row.getString(1), row.getString(2), row.getString(3)});
                for (String[] pair : documents) {
                    for (Change change : DocumentDiff.of(read(pair[1]), read(pair[2]))) {
                        writer.write(line(++rows, pair[0], change));
                        writer.write('\n');
                    }
                }
            }
        }
        return rows;
    }

    private static @Nullable JsonNode read(@Nullable String document) {
        return document == null ? null : JSON.readTree(document);
    }

    private static String line(long row, String enterprise, Change change) {
        ObjectNode line = JSON.createObjectNode()
                .put("row", row)
                .put("enterprise_id", enterprise)
                .put("kind", change.kind().name())
                .put("path", change.path())
                .put("key", change.key());
        line.put("before", change.before() == null ? null : change.before().toString());
        line.put("after", change.after() == null ? null : change.after().toString());
        return line.toString();
    }

    /** Named by content: written again after a crash it is the same file. */
    private String parquet(Session session, Path lines, String name) throws IOException {
        String digest = Digest.of(Files.readAllBytes(lines)).short8();
        Path target = root.resolve("lake/history/" + name + "-" + digest + ".parquet");
        String select = "select * from read_json(" + Sql.literal(lines.toString()) + ", format = 'newline_delimited',"
                + " maximum_object_size = 67108864, columns = " + COLUMNS + ") order by \"row\"";
        DurableFiles.write(target, temporary -> session.copy(select, temporary));
        return root.relativize(target);
    }
}
