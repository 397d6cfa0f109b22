package io.hourshare.publish;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Disposition;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FieldMapping;
import io.hourshare.contract.SourceField;
import java.util.Optional;
import java.util.Set;

/** What leaves the service only for those who are granted it, and never goes into files for analysts. */
public final class Visibility {

    private static final String PERSONAL = "personal";

    /** Conversions whose result names a person or reaches one. */
    private static final Set<String> OF_PEOPLE = Set.of("person", "phone");

    private final Catalogue catalogue;

    public Visibility(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** By the canonical contract, or because a feed's contract says so of a field that the value comes from. */
    public boolean isRestricted(CanonicalEntity entity, CanonicalField field) {
        return field.restricted()
                || catalogue.feeds().stream()
                        .filter(feed -> feed.job().into().equals(entity.name()))
                        .anyMatch(feed -> isRestricted(feed, field.name()));
    }

    /** The same of an enterprise's field by name; one that the catalogue does not know is restricted. */
    public boolean isRestricted(String enterpriseField) {
        CanonicalEntity enterprise = catalogue.entities().get(CanonicalEntity.ENTERPRISE);
        return enterprise == null
                || enterprise
                        .field(enterpriseField)
                        .map(field -> isRestricted(enterprise, field))
                        .orElse(true);
    }

    /**
     * Whether analysts may have the column. What is said of people stays out of their files even where it is public by
     * itself: in a file of all enterprises it becomes a register of persons.
     */
    public boolean isForAnalysts(CanonicalEntity entity, CanonicalField field) {
        return !isRestricted(entity, field)
                && catalogue.feeds().stream()
                        .filter(feed -> feed.job().into().equals(entity.name()))
                        .flatMap(feed -> feed.job().map().stream())
                        .noneMatch(mapping ->
                                mapping.canonical().equals(field.name()) && OF_PEOPLE.contains(mapping.as()));
    }

    /** Whether the feed's business key itself is personal, so that not even the key may be shown. */
    public boolean isKeyPersonal(Feed feed) {
        return feed.contract().key().stream().anyMatch(Visibility::isRestricted);
    }

    private static boolean isRestricted(Feed feed, String canonical) {
        return feed.job().map().stream()
                .filter(mapping -> mapping.canonical().equals(canonical))
                .map(FieldMapping::from)
                .flatMap(from -> from.stream().map(feed.contract()::field))
                .flatMap(Optional::stream)
                .anyMatch(Visibility::isRestricted);
    }

    private static boolean isRestricted(SourceField field) {
        return field.disposition() == Disposition.RESTRICTED
                || field.classification().equals(PERSONAL);
    }
}
