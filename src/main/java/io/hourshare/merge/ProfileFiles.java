package io.hourshare.merge;

import io.hourshare.contract.SqlModel;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.Digest;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.JournalFact.StageDone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes relations as Parquet of one folder, whole or over those of the merge before; each is a view for the models after it. */
final class ProfileFiles {

    private static final String USES = "-- uses:";

    private final Session session;
    private final DataRoot root;
    private final String folder;
    private final Map<String, String> models;
    private final @Nullable Top top;
    private final Map<String, ProfileTable> tables = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Set<String> about = new LinkedHashSet<>();

    ProfileFiles(Session session, DataRoot root, String folder, Map<String, String> models, @Nullable Top top) {
        this.session = session;
        this.root = root;
        this.folder = folder;
        this.models = models;
        this.top = top;
        if (top != null) {
            about.add(copy(FileNames.TOUCHED, top.everTouched()));
        }
    }

    static Map<String, String> byName(List<SqlModel> models) {
        return models.stream().collect(Collectors.toMap(SqlModel::name, SqlModel::sql));
    }

    /** Runs a model for the models after it, without keeping its rows. */
    void table(String name) {
        session.execute("create table " + Sql.identifier(name) + " as " + model(name));
    }

    void write(String name) {
        write(name, model(name));
    }

    /** Rows of which each enterprise's rest on its own inputs alone. */
    void write(String name, String select) {
        keep(
                name,
                top == null
                        ? ProfileTable.whole(copy(name, select))
                        : top.table(name, copy(name, top.rows(name, select)), path(FileNames.TOUCHED)));
    }

    /** Runs a model that may look across enterprises: over all rows of what it uses. */
    void writeWhole(String name) {
        ProfileTable table = ProfileTable.whole(copy(name, model(name)));
        keep(name, table);
        if (top != null) {
            top.compare(name, table);
        }
    }

    private void keep(String name, ProfileTable table) {
        tables.put(name, table);
        session.execute(
                "create or replace view " + Sql.identifier(name) + " as select * from " + table.rows(root::resolve));
        counts.put(name, session.number("select count(*) from " + Sql.identifier(name)));
    }

    private String copy(String name, String select) {
        Path target = root.resolve(path(name));
        try {
            DurableFiles.write(target, temporary -> session.copy(select, temporary));
        } catch (IOException e) {
            throw new UncheckedIOException("画像文件写不成：" + target + "；请检查磁盘空间与权限", e);
        }
        return path(name);
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

    /** The finished stage, with what it was made of beside the tables. */
    StageDone done(Digest inputs, MadeOf madeOf) {
        if (top != null) {
            about.add(copy(FileNames.since(top.former().done().inputs()), top.news()));
        }
        Set<String> files = new LinkedHashSet<>();
        tables.values().forEach(table -> files.addAll(table.files()));
        files.addAll(about);
        String note = folder + "/" + FileNames.MADE_OF + ".json";
        madeOf.with(digests(files)).write(root, note);
        files.add(note);
        return new StageDone(StageDone.MERGE, inputs, List.copyOf(files), counts);
    }

    /** Of what was not written now, the digest that it was written with. */
    private Map<String, String> digests(Set<String> files) {
        Map<String, String> digests = new TreeMap<>();
        Map<String, String> earlier =
                top == null ? Map.of() : top.former().madeOf().written();
        for (String file : files) {
            digests.put(file, Optional.ofNullable(earlier.get(file)).orElseGet(() -> digest(file)));
        }
        return digests;
    }

    private String digest(String file) {
        try {
            return DurableFiles.digest(root.resolve(file)).hex();
        } catch (IOException e) {
            throw new UncheckedIOException("画像文件读不出：" + file + "；请检查磁盘", e);
        }
    }

    private String path(String name) {
        return folder + "/" + name + ".parquet";
    }

    String model(String name) {
        return Optional.ofNullable(models.get(name))
                .orElseThrow(() -> new IllegalStateException("目录里缺少模型 jobs/merge/" + name + ".sql；请从发行包恢复该文件"));
    }
}
