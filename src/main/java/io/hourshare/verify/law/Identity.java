package io.hourshare.verify.law;

import io.hourshare.engine.Session;
import io.hourshare.store.JournalFact.StageDone;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The newest identity tables, and the current records that they were made from, as views of a session. */
record Identity(StageDone stage, Map<String, String> current) {

    /** Empty where nothing was resolved yet. */
    static Optional<Identity> newest(Subject subject) {
        Map<String, String> current = new TreeMap<>();
        Identity found = null;
        for (StageDone done : subject.all(StageDone.class)) {
            if (!done.files().isEmpty()) {
                done.folded()
                        .ifPresent(feed ->
                                current.put(feed.toString(), done.files().get(0)));
            }
            if (done.stage().equals(StageDone.RESOLVE)) {
                found = new Identity(done, Map.copyOf(current));
            }
        }
        return Optional.ofNullable(found);
    }

    /** Says which files are missing; the views can be made where none is. */
    boolean isComplete(Subject subject, Findings findings) {
        List<String> missing = stage.files().stream()
                .filter(file -> !Files.isRegularFile(subject.resolve(file)))
                .toList();
        missing.forEach(file -> findings.broken("身份", "日志所记的文件", "文件不存在", file, null));
        return missing.isEmpty();
    }

    /** Path of one of its tables. */
    String file(String table) {
        return stage.files().stream()
                .filter(file -> file.endsWith("/" + table + ".parquet"))
                .findFirst()
                .orElse(stage.stage());
    }

    void views(Subject subject, Session session) {
        stage.files().forEach(file -> session.view(name(file), List.of(subject.resolve(file))));
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1).replace(".parquet", "");
    }

    /** One row per record of the feeds that tell who somebody is, as {@code feed, record_key}. */
    String records(Subject subject, Session session) {
        return current.entrySet().stream()
                .filter(feed -> Files.isRegularFile(subject.resolve(feed.getValue())))
                .filter(feed -> tellsIdentity(subject, session, feed.getValue()))
                .map(feed -> "select '" + feed.getKey() + "' as feed, _key as record_key from "
                        + Parquet.of(subject, List.of(feed.getValue())) + " where coalesce(_op, 'U') <> 'D'")
                .collect(Collectors.joining(" union all "));
    }

    private static boolean tellsIdentity(Subject subject, Session session, String file) {
        return session.number("select count(*) from (describe select * from " + Parquet.of(subject, List.of(file))
                        + ") where column_name in ('uscc', 'org_code', 'reg_no', 'taxpayer_id', 'ent_name')")
                > 0;
    }
}
