package io.hourshare.normalize;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Disposition;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedContract;
import io.hourshare.contract.FieldMapping;
import io.hourshare.contract.LogicalType;
import io.hourshare.contract.SourceField;
import io.hourshare.normalize.convert.Bounds;
import io.hourshare.normalize.convert.FieldRule;
import io.hourshare.normalize.convert.MappedField;
import io.hourshare.normalize.convert.Neighbours;
import io.hourshare.normalize.convert.Rule;
import io.hourshare.normalize.convert.RuleSetting;
import io.hourshare.normalize.convert.Rules;
import io.hourshare.normalize.decode.layout.Layout;
import io.hourshare.normalize.decode.layout.Limits;
import io.hourshare.normalize.decode.row.Exploder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How one feed's source fields become columns: which are decoded, which rule each column has, what makes the key. */
final class FeedMapping {

    /** Canonical name that becomes the record's version. */
    static final String SOURCE_TIME = "src_updated_at";

    /** Canonical name that becomes the record's operation. */
    static final String OPERATION = "src_op";

    /** Place of a member in its exploded list, from 1; a source field that no department sends. */
    static final String INDEX = Exploder.INDEX;

    /** A version from further ahead would outlive every later one. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Feed feed;
    private final Catalogue catalogue;
    private final Map<String, SourceField> fields;
    private final Map<String, CanonicalField> canonical;
    private final List<FieldMapping> map;

    FeedMapping(Feed feed, Catalogue catalogue) {
        this.feed = feed;
        this.catalogue = catalogue;
        this.fields = feed.contract().fields().stream()
                .collect(Collectors.toMap(
                        SourceField::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        this.canonical = canonical();
        this.map = feed.job().map().stream().filter(this::isUsed).toList();
    }

    Feed feed() {
        return feed;
    }

    FeedContract contract() {
        return feed.contract();
    }

    /** What of the source fields somebody sees without the right to all of them. */
    SourceSight sight() {
        return new SourceSight(feed, catalogue);
    }

    /** What the decoder looks for: every field of the contract but those that are never normalized. */
    Layout layout(Limits limits) {
        List<Layout.Column> columns = new ArrayList<>();
        fields.values().stream()
                .filter(field -> isKept(field) || map.stream().anyMatch(mapping -> isNamed(mapping, field.name())))
                .map(field -> new Layout.Column(field.name(), field.title(), field.required(), field.type()))
                .forEach(columns::add);
        if ((key().isMultiplied() || map.stream().anyMatch(mapping -> isNamed(mapping, INDEX)))
                && !fields.containsKey(INDEX)) {
            columns.add(new Layout.Column(INDEX, INDEX, false, LogicalType.INTEGER));
        }
        boolean revealing = map.stream()
                        .noneMatch(
                                mapping -> mapping.options().containsKey(Neighbours.ONLY_IF) || isRestricted(mapping))
                && feed.contract().fields().stream()
                        .noneMatch(field -> isPersonal(field) || field.disposition() != Disposition.KEEP);
        return new Layout(columns, feed.job().reading(), limits, revealing);
    }

    /** Those of the names in the data that the contract does not know at all, not even to leave them out. */
    List<String> foreign(List<String> names) {
        String exploded = feed.job().reading().options().getOrDefault("explode", "");
        Set<String> known = new HashSet<>(Arrays.asList(exploded.split("[./]")));
        known.add(exploded);
        fields.values().forEach(field -> known.addAll(List.of(field.name(), field.title())));
        return names.stream().filter(name -> !known.contains(name)).toList();
    }

    /** Every mapped field, those that become envelope columns among them. */
    List<MappedField> mapped() {
        return map.stream().map(this::mapped).toList();
    }

    /** Fields that become canonical columns, in the job's order. */
    List<MappedField> columns() {
        return mapped().stream()
                .filter(field -> !isEnvelope(field) && isEmitted(field))
                .toList();
    }

    Optional<MappedField> field(String canonicalName) {
        return mapped().stream()
                .filter(field -> field.canonical().equals(canonicalName))
                .findFirst();
    }

    /** The rules of {@link #mapped} in order; units that the object's header states go before those of the contract. */
    List<FieldRule> rules(Rules rules, Map<String, String> headerUnits, Instant landedAt) {
        List<FieldRule> functions = new ArrayList<>();
        for (FieldMapping mapping : map) {
            MappedField field = mapped(mapping);
            Rule converting = rules.rule(setting(mapping, field, headerUnits));
            boolean version = mapping.canonical().equals(SOURCE_TIME);
            Rule rule = version ? Rules.notAfter(converting, landedAt.plus(AHEAD)) : converting;
            functions.add(new FieldRule(field, isToken(mapping) ? rules.tokenised(rule) : rule, bounds(mapping)));
        }
        return functions;
    }

    FeedKey key() {
        return new FeedKey(feed, mapped());
    }

    private MappedField mapped(FieldMapping mapping) {
        TreeMap<String, String> neighbours = new TreeMap<>();
        for (String option :
                List.of(Neighbours.UNIT, Neighbours.CURRENCY, Neighbours.ONLY_IF, Neighbours.BEGIN, Neighbours.CODE)) {
            String source = mapping.options().get(option);
            if (source != null && fields.containsKey(source)) {
                neighbours.put(option, source);
            }
        }
        SourceField first = fields.get(mapping.from().get(0));
        return new MappedField(
                mapping.canonical(),
                type(mapping, first),
                mapping.from(),
                neighbours,
                first != null && first.required(),
                sourcesOf(mapping)
                        .anyMatch(field -> field.keyPosition() > 0
                                && FeedKey.instead(field).isEmpty()),
                sourcesOf(mapping).anyMatch(FeedMapping::isPersonal),
                isRestricted(mapping));
    }

    private List<Bounds> bounds(FieldMapping mapping) {
        return mapping.from().stream()
                .map(source -> Bounds.of(fields.get(source), targetUnit(mapping)))
                .toList();
    }

    private @Nullable String targetUnit(FieldMapping mapping) {
        CanonicalField target = canonical.get(mapping.canonical());
        SourceField first = fields.get(mapping.from().get(0));
        return firstOf(
                mapping.options().get("unit"),
                target == null ? null : target.unit(),
                first == null ? null : first.unit());
    }

    private RuleSetting setting(FieldMapping mapping, MappedField field, Map<String, String> headerUnits) {
        SourceField first = fields.get(mapping.from().get(0));
        String agreed = first == null ? null : first.unit();
        String targetUnit = targetUnit(mapping);
        String bareUnit = firstOf(
                headerUnits.get(mapping.from().get(0)),
                Rules.fitting(headerUnits.get(""), targetUnit),
                mapping.options().get("from-unit"),
                agreed,
                targetUnit);
        return new RuleSetting(
                mapping.as(), field.type(), mapping.options(), bareUnit, targetUnit, catalogue.codeLists());
    }

    private LogicalType type(FieldMapping mapping, @Nullable SourceField first) {
        if (isToken(mapping)) {
            return LogicalType.STRING;
        }
        CanonicalField target = canonical.get(mapping.canonical());
        if (target != null) {
            return target.type();
        }
        return switch (mapping.canonical()) {
            case SOURCE_TIME -> LogicalType.TIMESTAMP;
            case OPERATION -> LogicalType.STRING;
            default -> first == null ? LogicalType.STRING : first.type();
        };
    }

    private Map<String, CanonicalField> canonical() {
        CanonicalEntity entity = catalogue.entities().get(feed.job().into());
        Map<String, CanonicalField> byName = new HashMap<>();
        if (entity != null) {
            entity.fields().forEach(field -> byName.put(field.name(), field));
        }
        return byName;
    }

    private boolean isUsed(FieldMapping mapping) {
        return sourcesOf(mapping).anyMatch(FeedMapping::isKept)
                || mapping.options().containsKey("drop-when")
                || isNamed(mapping, INDEX);
    }

    private boolean isEmitted(MappedField field) {
        return field.sources().stream()
                .anyMatch(name -> name.equals(INDEX) || fields.containsKey(name) && isKept(fields.get(name)));
    }

    private static boolean isEnvelope(MappedField field) {
        return field.canonical().equals(SOURCE_TIME) || field.canonical().equals(OPERATION);
    }

    private boolean isToken(FieldMapping mapping) {
        return sourcesOf(mapping).anyMatch(field -> field.disposition() == Disposition.TOKEN);
    }

    private Stream<SourceField> sourcesOf(FieldMapping mapping) {
        return mapping.from().stream().filter(fields::containsKey).map(fields::get);
    }

    private static boolean isNamed(FieldMapping mapping, String source) {
        return mapping.from().contains(source) || mapping.options().containsValue(source);
    }

    private static boolean isKept(@Nullable SourceField field) {
        return field != null && field.disposition() != Disposition.DROP;
    }

    private boolean isRestricted(FieldMapping mapping) {
        CanonicalField target = canonical.get(mapping.canonical());
        return target != null && target.restricted()
                || sourcesOf(mapping).anyMatch(field -> field.disposition() == Disposition.RESTRICTED);
    }

    private static boolean isPersonal(SourceField field) {
        return field.classification().equals("personal") || field.disposition() == Disposition.TOKEN;
    }

    @SafeVarargs
    private static <T> @Nullable T firstOf(@Nullable T... choices) {
        for (T choice : choices) {
            if (choice != null) {
                return choice;
            }
        }
        return null;
    }
}
