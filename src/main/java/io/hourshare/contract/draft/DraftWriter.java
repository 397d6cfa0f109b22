package io.hourshare.contract.draft;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CodeList;
import io.hourshare.contract.Conversion;
import io.hourshare.contract.Cycle;
import io.hourshare.contract.Feed;
import io.hourshare.contract.RouteWish;
import io.hourshare.kernel.FeedId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what was guessed as the files of a feed. */
public final class DraftWriter {

    /** So few records prove no key. */
    private static final int FEW = 20;

    private final FeedId id;
    private final Sample sample;
    private final RouteDraft route;
    private final List<ColumnGuess> guesses;
    private final KeyGuess key;
    private final Map<String, ColumnGuess> map;
    private final String title;
    private final String entity;

    public DraftWriter(FeedId id, String fileName, Sample sample, Catalogue catalogue, RouteWish wish) {
        this.id = id;
        this.route = new RouteDraft(id, fileName, sample.format(), catalogue, wish);
        this.sample = sample;
        this.entity = entity(id, catalogue);
        this.title = Spelling.title(fileName, id.toString());
        ColumnGuesser guesser = new ColumnGuesser(regions(catalogue), sample.titleUnit());
        this.guesses = Stream.concat(
                        sample.columns().stream().map(column -> guesser.guess(column, sample.values(column))),
                        sample.blank().stream()
                                .map(column -> ColumnGuess.unmapped(column, "样本里没有值，登记而没有映射；有值后请在作业里补上")))
                .toList();
        this.key = KeyGuess.of(sample, guesses);
        this.map = withBegins(new Naming(id, catalogue, key.perEnterprise()).of(guesses));
    }

    /** A cell of two days fills two fields. */
    private static Map<String, ColumnGuess> withBegins(Map<String, ColumnGuess> named) {
        Map<String, ColumnGuess> all = new LinkedHashMap<>();
        named.forEach((name, guess) -> {
            if (guess.options().containsKey("span")) {
                all.put(name + "_begin", guess.with("span", "begin", ""));
            }
            all.put(name, guess);
        });
        return all;
    }

    /** A name that no other records have: a file of the same name would take their place. */
    private static String entity(FeedId id, Catalogue catalogue) {
        return catalogue.entities().containsKey(id.name()) ? id.department() + "-" + id.name() : id.name();
    }

    /** Contents by path relative to the catalogue. */
    public SortedMap<String, String> files() {
        String stem = id.department() + "/" + id.name();
        SortedMap<String, String> files = new TreeMap<>();
        files.put("schemas/" + stem + ".odcs.yaml", contract());
        files.put("routes/" + stem + ".camel.yaml", route.write(told()));
        files.put("jobs/" + stem + ".yaml", job());
        if (!key.perEnterprise()) {
            files.put("schemas/canonical/" + entity + ".odcs.yaml", entity());
        }
        return files;
    }

    /** Parameters of a table's route that the sample tells. */
    private Map<String, String> told() {
        Map<String, String> told = new HashMap<>(sample.told());
        ColumnGuess updated = map.get("src_updated_at");
        if (route.fromTable() && !key.columns().isEmpty()) {
            told.put("key", String.join(",", key.columns()));
        }
        if (route.fromTable() && updated != null) {
            told.put("updatedAt", updated.column());
        }
        return told;
    }

    private static Set<String> regions(Catalogue catalogue) {
        CodeList list = catalogue.codeLists().get("regions");
        return list == null
                ? Set.of()
                : list.rows().stream().map(row -> row.getOrDefault("code", "")).collect(Collectors.toSet());
    }

    private String contract() {
        StringBuilder yaml = new StringBuilder(Spelling.contractHead(id.toString(), title))
                .append(custom())
                .append("schema:\n  - name: ")
                .append(id.name().replace('-', '_'))
                .append("\n    description: ")
                .append(key.perEnterprise() ? "每个企业一行" : "每个企业可有多行")
                .append("\n    properties:\n");
        for (ColumnGuess guess : guesses) {
            yaml.append("      - ").append(field(guess)).append('\n');
        }
        return yaml.toString();
    }

    private String custom() {
        Cycle cycle = cycle();
        return cycle == Cycle.HOURLY
                ? ""
                : "customProperties:\n  - { property: cycle, value: "
                        + cycle.name().toLowerCase(Locale.ROOT) + " }\n";
    }

    /** A list of a month or a year comes as often as those; one that tells when each record changed may come any time. */
    private Cycle cycle() {
        if (map.containsKey("src_updated_at")) {
            return Cycle.HOURLY;
        }
        if (guesses.stream().anyMatch(guess -> guess.conversion() == Conversion.MONTH)) {
            return Cycle.MONTHLY;
        }
        boolean annual = guesses.stream().anyMatch(guess -> guess.conversion() == Conversion.YEAR);
        return annual ? Cycle.YEARLY : Cycle.HOURLY;
    }

    private String field(ColumnGuess guess) {
        StringBuilder field = new StringBuilder("{ name: ").append(Spelling.scalar(guess.column()));
        field.append(", logicalType: ").append(guess.type().name().toLowerCase(Locale.ROOT));
        int position = key.columns().indexOf(guess.column()) + 1;
        if (position > 0) {
            field.append(", required: true, primaryKey: true, primaryKeyPosition: ")
                    .append(position);
        }
        if (guess.personal()) {
            field.append(", classification: personal, customProperties: [{ property: disposition, value: drop }]");
        } else if (guess.unit() != null) {
            field.append(", customProperties: [{ property: unit, value: ")
                    .append(Spelling.scalar(guess.unit()))
                    .append(" }]");
        }
        return field.append(" }").toString();
    }

    private String job() {
        StringBuilder yaml = new StringBuilder("feed: ").append(id).append("\ninto: ");
        yaml.append(key.perEnterprise() ? CanonicalEntity.ENTERPRISE : entity).append('\n');
        SortedMap<String, String> options = new TreeMap<>(route.fromTable() ? Map.of() : sample.options());
        options.putAll(route.options());
        SplitGuess.of(sample, guesses).ifPresent(columns -> options.put("split", String.join(",", columns)));
        if (!options.isEmpty()) {
            yaml.append("read:\n");
            options.forEach((name, value) -> yaml.append("  ")
                    .append(name)
                    .append(": ")
                    .append(Spelling.scalar(value))
                    .append('\n'));
        }
        yaml.append("map:\n");
        map.forEach((name, guess) -> yaml.append("  ")
                .append(name)
                .append(": { from: ")
                .append(Spelling.scalar(guess.column()))
                .append(", as: ")
                .append(Objects.requireNonNull(guess.conversion()).word())
                .append(options(guess))
                .append(" }\n"));
        return yaml.toString();
    }

    private static String options(ColumnGuess guess) {
        StringBuilder options = new StringBuilder();
        guess.options()
                .forEach((name, value) ->
                        options.append(", ").append(name).append(": ").append(Spelling.scalar(value)));
        return options.toString();
    }

    private String entity() {
        StringBuilder yaml = new StringBuilder(Spelling.contractHead("canonical." + entity, title))
                .append("schema:\n  - name: ")
                .append(entity.replace('-', '_'))
                .append("\n    description: 每个企业可有多行\n    properties:\n");
        map.forEach((name, guess) -> {
            Conversion conversion = Objects.requireNonNull(guess.conversion());
            if (!name.startsWith("src_")) {
                yaml.append("      - { name: ")
                        .append(name)
                        .append(", businessName: ")
                        .append(Spelling.scalar(guess.column()))
                        .append(", logicalType: ")
                        .append(conversion.result().name().toLowerCase(Locale.ROOT))
                        .append(guess.unit() == null ? "" : unit(guess.unit()))
                        .append(" }\n");
            }
        });
        return yaml.toString();
    }

    /** As Spring looks a property up in the environment. */
    private static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static String unit(String unit) {
        return ", customProperties: [{ property: unit, value: " + Spelling.scalar(unit) + " }]";
    }

    /** What was guessed and why, in Chinese, one line each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(sample.notes());
        guesses.forEach(guess -> notes.add("列“" + guess.column() + "”：" + guess.why()));
        SplitGuess.of(sample, guesses)
                .ifPresent(columns -> notes.add("列“" + columns.get(0) + "”一格写了多家单位：按单位拆成多条（read.split），_index 是其位置"));
        notes.add(
                key.columns().isEmpty()
                        ? "主键：没有找到，整条记录当作主键；请在契约中指定 primaryKey"
                        : "主键：" + String.join("、", key.columns()));
        if (sample.records().size() < FEW && !key.columns().isEmpty()) {
            notes.add("样本只有 " + sample.records().size() + " 条，主键是猜的：同一主键的后一条会取代前一条，请向数源核对");
        }
        notes.add(key.perEnterprise() ? "每个企业一行，归入画像（into: enterprise）" : "一个企业有多行，另写了规范实体 " + entity);
        if (map.keySet().stream().noneMatch(CanonicalEntity.IDENTIFYING::contains)) {
            notes.add("没有认出企业的代码或名称：请在作业中映射 uscc 或 ent_name，否则记录归不到企业");
        }
        if (map.containsKey("ent_name") && map.keySet().stream().noneMatch(CanonicalEntity.NUMBERS::contains)) {
            notes.add(Feed.BY_NAME_ALONE);
        }
        RouteDraft.placeholders(route.write(told()))
                .forEach(name -> notes.add("启动时须给出 " + name + "（环境变量 " + variable(name) + "，或写进 application.yaml）"));
        Cycle cycle = cycle();
        if (cycle != Cycle.HOURLY) {
            notes.add("更新周期按" + (cycle == Cycle.MONTHLY ? "每月" : "每年") + "（cycle: "
                    + cycle.name().toLowerCase(Locale.ROOT) + "），因为有所属" + (cycle == Cycle.MONTHLY ? "月份" : "年度")
                    + "的列");
        }
        route.note().ifPresent(notes::add);
        notes.add("供数方式按全量（mode: full）；若只给变化，请改为 incremental，并核对 src_updated_at");
        notes.add("清单里不再出现的记录仍保留（deletionRule: none）；若消失即撤销，请在契约中写 deletionRule: absence");
        return notes;
    }
}
