package io.hourshare.operate;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Looks for secrets in answers and files, and keeps where they were found. */
final class LeakScan implements BiConsumer<String, byte[]> {

    private final WordFinder secrets;
    private final Map<String, Set<String>> found = new TreeMap<>();
    private long bytes;

    LeakScan(Collection<String> secrets) {
        this.secrets = new WordFinder(secrets);
    }

    /** Secrets by the place that tells them. */
    Map<String, Set<String>> found() {
        return found;
    }

    /** How much was looked at. */
    long bytes() {
        return bytes;
    }

    @Override
    public void accept(String place, byte[] told) {
        bytes += told.length;
        Set<String> words = secrets.in(told);
        if (!words.isEmpty()) {
            found.computeIfAbsent(place, first -> new TreeSet<>()).addAll(words);
        }
    }

    /** A snapshot's files as bytes, and its tables row by row: the files keep some columns packed. */
    void files(Engine engine, Path... databases) throws IOException {
        for (Path database : databases) {
            String name = database.getFileName().toString();
            accept(name, Files.readAllBytes(database));
            try (Session session = engine.openReadOnly(database)) {
                for (String table : session.query(
                        "select table_name from information_schema.tables order by 1", row -> row.getString(1))) {
                    rows(session, name + " " + table, "\"" + table + "\"");
                }
            }
        }
    }

    /** Whatever is kept of records below a folder of the lake. */
    void lake(Engine engine, Path folder) throws IOException {
        try (Session session = engine.open();
                Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
                rows(session, folder.relativize(file).toString(), "read_parquet('" + file + "')");
            }
        }
    }

    private void rows(Session session, String place, String relation) {
        session.query("select to_json(t)::varchar from " + relation + " t", row -> row.getString(1))
                .forEach(row -> accept(place, row.getBytes(StandardCharsets.UTF_8)));
    }
}
