package io.hourshare.operate.command.standing;

import io.hourshare.contract.KnownNames;
import io.hourshare.operate.command.desk.Desk;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.Launch;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.TextTable;
import io.hourshare.quality.DimensionScore;
import io.hourshare.quality.QualityResult;
import io.hourshare.quality.QualityResults;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Scores by dimension and the rules that are not met; exit status 1 where one of severity error is not. */
@Command(name = "quality", description = "各数据源的质量得分（按 ODCS 维度），以及没有达到的规则")
public final class QualityCommand implements Callable<Integer> {

    private final Launch launch;

    @Mixin
    private final HomeOption option = new HomeOption();

    @Option(names = "--feed", description = "只看一个数据源，例如 tax.registration")
    private @Nullable String feed;

    QualityCommand(Launch launch) {
        this.launch = launch;
    }

    @Override
    public Integer call() throws Exception {
        Desk desk = new Desk(option, launch);
        JsonNode quality = desk.get("/api/v1/quality", QualityCommand::alone);
        requireKnown(quality);
        desk.print(quality, this::text);
        boolean broken = quality.path("rules")
                .valueStream()
                .anyMatch(rule -> asked(rule)
                        && !rule.path("met").asBoolean()
                        && rule.path("severity").asString().equals("error"));
        return broken ? ExitCode.WARNING : ExitCode.OK;
    }

    private static Object alone(ApplicationContext context) {
        List<QualityResult> rules = context.getBean(QualityResults.class).newest();
        return Map.of("items", DimensionScore.of(rules), "rules", rules);
    }

    private void requireKnown(JsonNode quality) {
        List<String> known = Stream.concat(
                        quality.path("items").valueStream(),
                        quality.path("rules").valueStream())
                .map(line -> line.path("feed").asString())
                .toList();
        KnownNames.optional("feed", "有质量得分的数据源", Objects.requireNonNullElse(feed, ""), known);
    }

    private boolean asked(JsonNode line) {
        return feed == null || line.path("feed").asString().equals(feed);
    }

    private String text(JsonNode quality) {
        TextTable scores = new TextTable("数据源", "名称", "维度", "得分", "规则", "未达到");
        quality.path("items")
                .valueStream()
                .filter(this::asked)
                .forEach(score -> scores.row(
                        score.path("feed").asString(),
                        score.path("title").asString(),
                        score.path("dimension").asString(),
                        "%.4f".formatted(score.path("score").asDouble()),
                        score.path("rules").asString(),
                        score.path("broken").asString()));
        TextTable unmet = new TextTable("数据源", "规则", "字段", "严重性", "计数", "行数");
        quality.path("rules")
                .valueStream()
                .filter(rule -> asked(rule) && !rule.path("met").asBoolean())
                .forEach(rule -> unmet.row(
                        rule.path("feed").asString(),
                        rule.path("title").asString(),
                        rule.path("column").asString("-"),
                        rule.path("severity").asString(),
                        rule.path("number").asString("-"),
                        rule.path("rows").asString()));
        boolean any = quality.path("rules")
                .valueStream()
                .anyMatch(rule -> asked(rule) && !rule.path("met").asBoolean());
        return scores.text() + (any ? "\n没有达到的规则\n" + unmet.text() : "");
    }
}
