package io.hourshare.merge;

import io.hourshare.contract.SqlModel;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes relations as Parquet of one folder; each is a view for the models after it. */
final class ProfileFiles {

    private static final String USES = "-- uses:";

    private final Session session;
    private final DataRoot root;
    private final String folder;
    private final Map<String, String> models;
    private final Map<String, Long> counts = new LinkedHashMap<>();

    ProfileFiles(Session session, DataRoot root, String folder, Map<String, String> models) {
        this.session = session;
        this.root = root;
        this.folder = folder;
        this.models = models;
    }

    static Map<String, String> byName(List<SqlModel> models) {
        return models.stream().collect(Collectors.toMap(SqlModel::name, SqlModel::sql));
    }

    /** Paths by table, the table being the file's stem. */
    static Map<String, String> byTable(Collection<String> paths) {
        return paths.stream()
                .collect(Collectors.toMap(
                        path -> path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.')), path -> path));
    }

    /** Runs a model for the models after it, without keeping its rows. */
    void table(String name) {
        session.execute("create table " + Sql.identifier(name) + " as " + model(name));
    }

    void write(String name) {
        write(name, model(name));
    }

    void write(String name, String select) {
        Path target = root.resolve(path(name));
        try {
            DurableFiles.write(target, temporary -> session.copy(select, temporary));
        } catch (IOException e) {
            throw new UncheckedIOException("画像文件写不成：" + target + "；请检查磁盘空间与权限", e);
        }
        session.view(name, List.of(target));
        counts.put(name, session.number("select count(*) from " + Sql.identifier(name)));
    }

    /** Whether every table that the model says it uses has been written: a catalogue may lack a satellite. */
    boolean hasAll(String model) {
        return model(model)
                .lines()
                .filter(line -> line.startsWith(USES))
                .flatMap(line -> Arrays.stream(line.substring(USES.length()).split(",")))
                .map(String::strip)
                .allMatch(counts::containsKey);
    }

    List<String> paths() {
        return counts.keySet().stream().map(this::path).toList();
    }

    Map<String, Long> counts() {
        return counts;
    }

    private String path(String name) {
        return folder + "/" + name + ".parquet";
    }

    String model(String name) {
        return Optional.ofNullable(models.get(name))
                .orElseThrow(() -> new IllegalStateException("目录里缺少模型 jobs/merge/" + name + ".sql；请从发行包恢复该文件"));
    }
}
