package io.hourshare.resolve.evaluate;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.resolve.memory.HourMemory;
import io.hourshare.resolve.model.LearntModel;
import io.hourshare.resolve.model.ResolveModels;
import io.hourshare.resolve.model.ResolveRules;
import io.hourshare.resolve.place.Gazetteer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the hourly models over files of labelled or unlabelled records, so that a site can measure its own data. */
public final class Evaluation {

    /** Tables that the answers are made of. */
    private static final Set<String> WANTED = Set.of("er_assignment", "er_review");

    private static final String CLUSTERS = """
            select source.department, source.record_id,
                coalesce(er_assignment.enterprise_id, enterprise_id('record:' || source.feed || '|' || source.record_id))
                    as cluster_id
            from source
            left join er_assignment on er_assignment.feed = source.feed and er_assignment.record_key = source.record_id
            order by department, record_id""";

    /** A cluster keeps the id of the earlier one that it shares most records with, where that is mutual. */
    private static final String KEPT = """
            with overlap as (
                select before_update.cluster_id as old_id, after_update.cluster_id as new_id, count(*) as shared
                from after_update
                inner join before_update
                    on before_update.department = after_update.department
                    and before_update.record_id = after_update.record_id
                group by before_update.cluster_id, after_update.cluster_id
            ), ranked as (
                select old_id, new_id,
                    row_number() over (partition by new_id order by old_id = new_id desc, shared desc, old_id) as of_new,
                    row_number() over (partition by old_id order by old_id = new_id desc, shared desc, new_id) as of_old
                from overlap
            )
            select after_update.department, after_update.record_id,
                coalesce(ranked.old_id, after_update.cluster_id) as cluster_id
            from after_update
            left join ranked
                on ranked.new_id = after_update.cluster_id and ranked.of_new = 1 and ranked.of_old = 1
            order by department, record_id""";

    private static final String REVIEWS = """
            select one.department as department_1, er_review.record_key as record_id_1,
                other.department as department_2, er_review.candidate_key as record_id_2, round(er_review.score, 2) as score
            from er_review
            inner join source as one on one.feed = er_review.feed and one.record_id = er_review.record_key
            inner join source as other
                on other.feed = er_review.candidate_feed and other.record_id = er_review.candidate_key
            order by score desc, department_1, record_id_1""";

    private final Gazetteer regions;
    private final ResolveModels models;
    private final Consumer<String> notes;

    public Evaluation(Catalogue catalogue) {
        this(catalogue, note -> {});
    }

    /** @param notes takes what was left out of the files, and why */
    public Evaluation(Catalogue catalogue, Consumer<String> notes) {
        this.notes = notes;
        this.regions = Gazetteer.of(catalogue.codeLists().values());
        this.models = new ResolveModels(catalogue.models().getOrDefault("resolve", List.of()));
    }

    /**
     * What to read and where to write.
     *
     * @param records folder with one CSV a department
     * @param out folder for {@code clusters.csv}, {@code clusters_after.csv}, {@code review.csv}, {@code figures.csv}
     * @param decisions operator decisions, if any
     * @param updates records that come after the first result, if any
     * @param truth which record is which enterprise, if known
     */
    public record Request(
            Path records,
            Path out,
            @Nullable Path decisions,
            @Nullable Path updates,
            @Nullable Path truth) {

        /** Files that may lie among the departments'. */
        Set<Path> others() {
            return Stream.of(decisions, updates, truth)
                    .filter(Objects::nonNull)
                    .map(file -> file.toAbsolutePath().normalize())
                    .collect(Collectors.toSet());
        }
    }

    /** Figures by name in the order of the report; without truth only counts and times. */
    public Map<String, String> run(Request request, EngineSettings settings) {
        try {
            Path out = Files.createDirectories(request.out().toAbsolutePath());
            Path spill = out.resolve(".spill");
            try (Session session = new Engine(settings, spill).open()) {
                return run(request, session);
            } finally {
                sweep(spill);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("结果目录不能写入：" + request.out(), e);
        }
    }

    public Map<String, String> run(Request request, Session session) {
        Path out = request.out().toAbsolutePath();
        Map<String, String> figures = new LinkedHashMap<>();
        EvaluationFiles files = new EvaluationFiles(session, notes);
        files.records(request.records(), request.others());
        files.decisions(request.decisions());
        if (request.truth() != null) {
            files.truth(request.truth());
        }
        ResolveRules rules = ResolveRules.register(session, regions);
        rules.learnRegions(session, models);
        HourMemory.forget(session);
        models.run(session, WANTED, Set.of());
        export(session, CLUSTERS, out.resolve("clusters.csv"));
        export(session, REVIEWS, out.resolve("review.csv"));
        figures.put("model", LearntModel.version(session, models.digest()).short8());
        figures.putAll(new EvaluationFigures(session).measure(request.truth() != null));
        export(figures, out.resolve("figures.csv"));
        if (request.updates() != null) {
            session.execute("create or replace table before_update as " + CLUSTERS);
            files.updates(request.updates());
            rules.learnRegions(session, models);
            HourMemory.keep(session);
            models.run(session, WANTED, Set.of());
            session.execute("create or replace table after_update as " + CLUSTERS);
            export(session, KEPT, out.resolve("clusters_after.csv"));
        }
        files.tellUnusedDecisions(request.decisions());
        return figures;
    }

    private static void sweep(Path spill) throws IOException {
        if (Files.isDirectory(spill)) {
            try (Stream<Path> left = Files.list(spill)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(spill);
        }
    }

    private static void export(Session session, String select, Path target) {
        session.execute("copy (" + select + ") to " + Sql.literal(target.toString()) + " (format csv, header)");
    }

    private static void export(Map<String, String> figures, Path target) {
        StringBuilder text = new StringBuilder("figure,value\n");
        figures.forEach(
                (name, value) -> text.append(name).append(',').append(value).append('\n'));
        try {
            Files.writeString(target, text);
        } catch (IOException e) {
            throw new UncheckedIOException("不能写入：" + target, e);
        }
    }
}
