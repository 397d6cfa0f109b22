package io.hourshare.web;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.history.ToldChange;
import io.hourshare.kernel.HourWindow;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Changes in the words of people: titles for codes, local times, and for what is not told the reason why. */
@Component
class PastChanges {

    private static final int TELLING = 6;

    /** What a reader of two states compares; the head repeats fields. */
    private static final Set<String> TOLD = Set.of("enterprise", "field", "name", "record", "identity");

    private static final Map<String, String> WITHHELD = Map.of(
            "no-access", "无权查看",
            "no-longer-public", "公示已结束，内容不再显示",
            "no-longer-served", "企业已不再单列，名称不再显示",
            "source-ended", "数据源已停止共享，内容不再显示",
            "withdrawn", "该次发布已撤回，内容不再显示");

    private final Catalogue catalogue;
    private final CodeTitles codes;

    PastChanges(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.codes = new CodeTitles(catalogue);
    }

    /** One change as the page shows it. */
    record Line(String hour, String what, String before, String after) {}

    static boolean isTold(ToldChange change) {
        return TOLD.contains(change.kind());
    }

    Line line(ToldChange change) {
        String because = change.withheldBecause();
        String withheld = because == null ? null : WITHHELD.getOrDefault(because, because);
        return new Line(
                ShownTime.hour(HourWindow.parse(change.hour())),
                change.kind().equals("identity") ? "企业标识" : Objects.requireNonNullElse(change.title(), change.path()),
                text(change, change.before(), withheld),
                text(change, change.after(), withheld));
    }

    private String text(ToldChange change, @Nullable JsonNode node, @Nullable String withheld) {
        if (node == null || node.isNull()) {
            return withheld == null ? "无" : withheld;
        }
        return switch (change.kind()) {
            case "field" -> value(CanonicalEntity.ENTERPRISE, change.path(), node);
            case "record" -> record(change.path(), node);
            case "name" -> name(node);
            case "identity" ->
                IdentityWords.of(
                        node.path("kind").asString(""),
                        node.path("subject").asString(""),
                        node.path("other").asString(""),
                        node.path("cause").asString(null),
                        node.path("decision").asString(null));
            default -> "有";
        };
    }

    private String record(String entity, JsonNode node) {
        return node.propertyStream()
                .filter(member -> member.getValue().isValueNode()
                        && !member.getValue().isNull()
                        && !SatelliteTables.SAID_ABOVE.contains(member.getKey()))
                .limit(TELLING)
                .map(member -> title(entity, member.getKey()) + " " + value(entity, member.getKey(), member.getValue()))
                .collect(Collectors.joining("，"));
    }

    private static String name(JsonNode node) {
        String until = node.path("valid_to").asString("");
        return node.path("name").asString("") + (until.isEmpty() ? "" : "（用到 " + until + "）");
    }

    private String value(String entity, String attribute, JsonNode value) {
        Object plain = value.isBoolean()
                ? (Object) value.asBoolean()
                : value.isNumber() ? value.decimalValue() : value.asString("");
        return ShownValue.of(
                codes.title(attribute, plain),
                catalogue.field(entity, attribute).map(CanonicalField::unit).orElse(null));
    }

    private String title(String entity, String attribute) {
        return catalogue.field(entity, attribute).map(CanonicalField::title).orElse(attribute);
    }
}
