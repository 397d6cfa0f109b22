package io.hourshare.merge;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FieldMapping;
import io.hourshare.normalize.kept.UsedMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who gives which attribute of the profile, as the catalogue says. */
final class AttributeSources {

    /** What an enterprise goes by; where no register knows it, any record that says so will do. */
    private static final Set<String> NAMING = Set.of("uscc", "ent_name");

    /** A record that must go on a day is no source of a name that stays. */
    private static final String PUBLICITY_END = "publicity_end";

    private final Catalogue catalogue;
    private final ModelVersion version;

    AttributeSources(Catalogue catalogue, ModelVersion version) {
        this.catalogue = catalogue;
        this.version = version;
    }

    List<CanonicalField> attributes() {
        return Optional.ofNullable(catalogue.entities().get(CanonicalEntity.ENTERPRISE))
                .map(CanonicalEntity::fields)
                .orElse(List.of());
    }

    List<AttributeSource> all() {
        List<AttributeSource> sources = new ArrayList<>();
        for (CanonicalField field : attributes()) {
            Choice choice = Choice.of(field, attributes(), catalogue.survivorship());
            for (Feed feed : catalogue.feeds()) {
                boolean gives = gives(feed, choice);
                mapping(feed, field)
                        .filter(mapping -> gives || names(feed, field))
                        .ifPresent(mapping -> sources.add(
                                new AttributeSource(feed, field, mapping, choice, !gives, version.of(feed))));
            }
        }
        return sources;
    }

    /**
     * As {@link #all}, and after them how earlier mappings gave the same, and what operators decided, each attribute
     * once.
     */
    List<AttributeSource> with(List<UsedMapping> former, List<DecidedValue> decided) {
        List<AttributeSource> sources = new ArrayList<>(all());
        former.forEach(used -> all().stream()
                .filter(source -> source.feed().equals(used.feed().id()))
                .forEach(source -> mapping(used.feed(), source.field())
                        .map(before -> source.formerly(before, used.version(), version.of(used.feed())))
                        .ifPresent(sources::add)));
        for (CanonicalField field : attributes()) {
            if (decided.stream().anyMatch(value -> value.attribute().equals(field.name()))) {
                Choice choice = Choice.of(field, attributes(), catalogue.survivorship());
                sources.add(AttributeSource.decided(field, choice, version.ofDecisions()));
            }
        }
        return sources;
    }

    // A satellite's record is about a thing of the enterprise (its plot, its permit): it speaks for the enterprise
    // itself only where the survivorship order names its feed.
    private static boolean gives(Feed feed, Choice choice) {
        return feed.job().into().equals(CanonicalEntity.ENTERPRISE) || choice.names(feed.id());
    }

    private boolean names(Feed feed, CanonicalField field) {
        return NAMING.contains(field.name())
                && catalogue.survivorship().order().values().stream().noneMatch(feeds -> feeds.contains(feed.id()))
                && Optional.ofNullable(catalogue.entities().get(feed.job().into()))
                        .filter(entity -> entity.field(PUBLICITY_END).isEmpty())
                        .isPresent();
    }

    private static Optional<FieldMapping> mapping(Feed feed, CanonicalField field) {
        return feed.job().map().stream()
                .filter(mapping -> mapping.canonical().equals(field.name()))
                .findFirst();
    }
}
