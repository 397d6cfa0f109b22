package io.hourshare.history;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.history.Change.Kind;
import io.hourshare.history.ChangeBatch.Standing;
import io.hourshare.history.ChangeRows.Row;
import io.hourshare.kernel.FeedId;
import io.hourshare.merge.DecidedValues;
import io.hourshare.publish.Visibility;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells changes to somebody: values that this caller may not have are withheld, that they changed is not. Nor is the
 * content told of what is not to be seen any more: a record that was repaired, revoked or has expired, whatever came of
 * a feed that the catalogue has no more, what a publication said that was taken back, nor the names of an enterprise
 * that is gone and has no successor: a record that is gone may have been all that named it.
 */
final class Telling {

    private static final String WITHDRAWN = "withdrawn";

    private final Catalogue catalogue;
    private final Visibility visibility;
    private final UnaryOperator<Set<String>> shown;
    private final UnaryOperator<Set<String>> served;

    /**
     * @param shown which of the keys are those of records that are shown today
     * @param served which of the enterprises are served today or lead to one that is
     */
    Telling(Catalogue catalogue, UnaryOperator<Set<String>> shown, UnaryOperator<Set<String>> served) {
        this.catalogue = catalogue;
        this.shown = shown;
        this.served = served;
        this.visibility = new Visibility(catalogue);
    }

    /**
     * @param whole whether restricted values are told
     * @param bulk whether it goes out for all enterprises: then what is said of people is withheld like in files
     */
    List<ToldChange> tell(List<Row> rows, boolean whole, boolean bulk) {
        Set<String> keys = those(rows, Kind.RECORD::equals, row -> row.change().key());
        Set<String> named = those(rows, Telling::isNaming, Row::enterpriseId);
        Set<String> today = new HashSet<>(keys.isEmpty() ? keys : shown.apply(keys));
        today.addAll(named.isEmpty() ? named : served.apply(named));
        return rows.stream().map(row -> tell(row, whole, bulk, today)).toList();
    }

    private static Set<String> those(List<Row> rows, Predicate<Kind> kind, Function<Row, String> what) {
        return rows.stream()
                .filter(row -> kind.test(row.change().kind()))
                .map(what)
                .collect(Collectors.toSet());
    }

    private static boolean isNaming(Kind kind) {
        return kind == Kind.HEAD || kind == Kind.NAME;
    }

    private ToldChange tell(Row row, boolean whole, boolean bulk, Set<String> today) {
        Change change = row.change();
        String because = because(row, today, whole, bulk);
        boolean withheld = because != null;
        boolean holds = WITHDRAWN.equals(because) && row.batch().standing() == Standing.TAKES_BACK;
        JsonNode source = source(change);
        return new ToldChange(
                row.place().toString(),
                row.batch().sequence(),
                row.batch().hour().label(),
                row.batch().at(),
                row.enterpriseId(),
                change.kind().name().toLowerCase(Locale.ROOT),
                change.path(),
                title(change),
                withheld ? null : content(change, change.before(), whole, bulk),
                withheld && !holds ? null : content(change, change.after(), whole, bulk),
                text(source, "feed"),
                text(source, "source_time"),
                withheld,
                because);
    }

    /** What is gone for everybody comes before what this caller may not see: no right would bring it back. */
    private @Nullable String because(Row row, Set<String> today, boolean whole, boolean bulk) {
        Change change = row.change();
        if (isOfAnotherFeed(change.before()) || isOfAnotherFeed(change.after())) {
            return "source-ended";
        }
        if (change.kind() == Kind.RECORD && !today.contains(change.key())) {
            return "no-longer-public";
        }
        if (isNaming(change.kind()) && !today.contains(row.enterpriseId())) {
            return "no-longer-served";
        }
        boolean withdrawn = isWithdrawn(row);
        if (withdrawn && row.batch().standing() == Standing.WITHDRAWN) {
            return WITHDRAWN;
        }
        return !whole && isWithheld(change, bulk) ? "no-access" : withdrawn ? WITHDRAWN : null;
    }

    /** Whether the row has a value of a publication that was taken back: on both sides, or on that before alone. */
    private static boolean isWithdrawn(Row row) {
        Change change = row.change();
        boolean said = change.kind() != Kind.ENTERPRISE && change.kind() != Kind.IDENTITY;
        return said
                && switch (row.batch().standing()) {
                    case HOLDS -> false;
                    case WITHDRAWN -> true;
                    case TAKES_BACK -> change.before() != null;
                };
    }

    /** Whether any part was said by a feed that the catalogue has no more, as where its grant was revoked. */
    boolean isOfAnotherFeed(@Nullable JsonNode said) {
        return said != null
                && said.findValues("feed").stream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString)
                        .anyMatch(feed -> !feed.equals(DecidedValues.FEED.toString())
                                && catalogue.feed(FeedId.parse(feed)).isEmpty());
    }

    private boolean isWithheld(Change change, boolean bulk) {
        return switch (change.kind()) {
            case FIELD -> isWithheld(CanonicalEntity.ENTERPRISE, change.path(), bulk);
            case CONFLICT -> isWithheld(CanonicalEntity.ENTERPRISE, change.key(), bulk);
            default -> false;
        };
    }

    private boolean isWithheld(String entityName, String fieldName, boolean bulk) {
        CanonicalEntity entity = catalogue.entities().get(entityName);
        return entity == null
                || catalogue
                        .field(entityName, fieldName)
                        .filter(field -> bulk
                                ? visibility.isForAnalysts(entity, field)
                                : !visibility.isRestricted(entity, field))
                        .isEmpty();
    }

    private @Nullable JsonNode content(Change change, @Nullable JsonNode node, boolean whole, boolean bulk) {
        if (node == null) {
            return null;
        }
        if (change.kind() == Kind.FIELD) {
            return node.get("value");
        }
        if (!(node.deepCopy() instanceof ObjectNode copy)) {
            return node;
        }
        copy.remove("_source");
        if (change.kind() == Kind.RECORD && !whole) {
            List.copyOf(copy.propertyNames()).stream()
                    .filter(name -> isWithheld(change.path(), name, bulk))
                    .forEach(copy::remove);
        }
        return copy;
    }

    private @Nullable String title(Change change) {
        return switch (change.kind()) {
            case FIELD ->
                catalogue
                        .field(CanonicalEntity.ENTERPRISE, change.path())
                        .map(CanonicalField::title)
                        .orElse(null);
            case CONFLICT ->
                catalogue
                        .field(CanonicalEntity.ENTERPRISE, change.key())
                        .map(CanonicalField::title)
                        .orElse(null);
            case RECORD ->
                Optional.ofNullable(catalogue.entities().get(change.path()))
                        .map(CanonicalEntity::title)
                        .orElse(null);
            case NAME -> "名称";
            case ENTERPRISE -> change.after() == null ? "不再单列" : "新出现";
            default -> null;
        };
    }

    private static @Nullable JsonNode source(Change change) {
        JsonNode said = change.after() == null ? change.before() : change.after();
        return said != null && change.kind() == Kind.RECORD ? said.path("_source") : said;
    }

    private static @Nullable String text(@Nullable JsonNode node, String member) {
        JsonNode value = node == null ? null : node.get(member);
        return value == null || value.isNull() ? null : value.asString();
    }
}
