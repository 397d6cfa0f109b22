package io.hourshare.evidence;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.ValidityRule;
import io.hourshare.kernel.FeedId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in words how the believed value of a field is found among several. */
final class Choosing {

    private final Catalogue catalogue;

    Choosing(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    String words(String field) {
        List<CanonicalField> together = together(field);
        return "人工更正优先；" + validity(together) + order(together)
                + (together.size() == 1
                        ? ""
                        : "；"
                                + together.stream().map(CanonicalField::title).collect(Collectors.joining("、"))
                                + "取自同一条记录");
    }

    private String validity(List<CanonicalField> together) {
        List<String> names = together.stream().map(CanonicalField::name).toList();
        String reasons = catalogue.survivorship().validity().stream()
                .filter(rule -> rule.concerns(names) && isSaid(rule, together))
                .map(ValidityRule::title)
                .distinct()
                .collect(Collectors.joining("、"));
        return reasons.isEmpty() ? "" : "有效者先于让位者（" + reasons + "）；";
    }

    /** Whether some feed says both the value and what the rule looks at. */
    private boolean isSaid(ValidityRule rule, List<CanonicalField> together) {
        return catalogue.feeds().stream()
                .filter(feed -> feed.job().into().equals(CanonicalEntity.ENTERPRISE))
                .map(feed -> feed.job().map().stream()
                        .map(mapping -> mapping.canonical())
                        .toList())
                .anyMatch(said -> said.contains(rule.field())
                        && together.stream().map(CanonicalField::name).anyMatch(said::contains));
    }

    private String order(List<CanonicalField> together) {
        return together.stream()
                .map(field -> catalogue.survivorship().order().getOrDefault(field.name(), List.of()))
                .filter(order -> !order.isEmpty())
                .findFirst()
                .map(order ->
                        "按次序采信：" + order.stream().map(this::title).collect(Collectors.joining(" → ")) + "；同一来源取最新者")
                .orElse("未定先后，取来源时间最新者");
    }

    /** The field with those of its group, which one record gives. */
    private List<CanonicalField> together(String name) {
        List<CanonicalField> all = Optional.ofNullable(catalogue.entities().get(CanonicalEntity.ENTERPRISE))
                .map(CanonicalEntity::fields)
                .orElse(List.of());
        String group = catalogue
                .field(CanonicalEntity.ENTERPRISE, name)
                .map(CanonicalField::group)
                .orElse(null);
        return all.stream()
                .filter(field -> field.name().equals(name) || group != null && group.equals(field.group()))
                .toList();
    }

    private String title(FeedId feed) {
        return catalogue.feed(feed).map(known -> known.contract().title()).orElse(feed.toString());
    }
}
