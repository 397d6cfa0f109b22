package io.hourshare.resolve.model;

import io.hourshare.contract.SqlModel;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SQL models of {@code jobs/resolve/} in the order of their {@code uses} lines. */
public final class ResolveModels {

    private static final Logger LOG = LoggerFactory.getLogger(ResolveModels.class);
    private static final String USES = "-- uses:";

    /** Tables that tell how one result became the next. */
    public static final List<String> HISTORY = List.of("er_event", "er_redirect");

    private static final List<String> COMPARING = List.of("moved_record", "changed_entity", "er_event", "er_redirect");

    private final List<SqlModel> ordered;

    public ResolveModels(List<SqlModel> models) {
        this.ordered = order(models);
    }

    /** Makes tables of the models' names, {@code er_source} and {@code er_decision} being there: those asked for and those they use. */
    public void run(Session session, Set<String> wanted, Set<String> given) {
        Set<String> needed = new HashSet<>(wanted);
        for (int i = ordered.size() - 1; i >= 0; i--) {
            if (needed.contains(ordered.get(i).name())
                    && !given.contains(ordered.get(i).name())) {
                needed.addAll(uses(ordered.get(i)));
            }
        }
        needed.removeAll(given);
        for (SqlModel model : ordered) {
            if (!needed.contains(model.name())) {
                continue;
            }
            long start = System.nanoTime();
            session.execute("create or replace table " + Sql.identifier(model.name()) + " as " + model.sql());
            LOG.debug("Model {}: {} ms", model.name(), (System.nanoTime() - start) / 1_000_000);
        }
    }

    /** The SELECT of a model. */
    String sql(String name) {
        return model(name).sql();
    }

    /** Tables that a model reads. */
    public List<String> uses(String name) {
        return uses(model(name));
    }

    private SqlModel model(String name) {
        return ordered.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("缺少模型 jobs/resolve/" + name + ".sql"));
    }

    /** Tables that leave the stage. */
    public List<String> results() {
        return ordered.stream()
                .map(SqlModel::name)
                .filter(name -> name.startsWith("er_") && !HISTORY.contains(name))
                .toList();
    }

    /** Makes what changed since the former result: events and redirects. */
    public void compare(Session session) {
        COMPARING.forEach(name -> session.execute("create or replace table " + name + " as " + sql(name)));
    }

    public Digest digest() {
        return Digest.of(ordered.stream()
                .flatMap(model -> Stream.of(model.name(), model.sql()))
                .toList());
    }

    private static List<SqlModel> order(List<SqlModel> models) {
        Map<String, SqlModel> open = new TreeMap<>();
        models.forEach(model -> open.put(model.name(), model));
        Map<String, SqlModel> done = new LinkedHashMap<>();
        while (!open.isEmpty()) {
            SqlModel next = open.values().stream()
                    .filter(model -> uses(model).stream().noneMatch(open::containsKey))
                    .min(Comparator.comparing(SqlModel::name))
                    .orElseThrow(() -> new IllegalArgumentException("模型互相引用，无法排序：" + open.keySet()));
            done.put(next.name(), Objects.requireNonNull(open.remove(next.name())));
        }
        return new ArrayList<>(done.values());
    }

    private static List<String> uses(SqlModel model) {
        return model.sql()
                .lines()
                .filter(line -> line.startsWith(USES))
                .flatMap(line -> Arrays.stream(line.substring(USES.length()).split(",")))
                .map(String::strip)
                .filter(used -> !used.isEmpty())
                .toList();
    }
}
