package io.hourshare.publish;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Disposition;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FieldMapping;
import io.hourshare.contract.SourceField;
import java.util.Optional;

/** What leaves the service only for those who are granted it, and never goes into files for analysts. */
final class Visibility {

    private static final String PERSONAL = "personal";

    private final Catalogue catalogue;

    Visibility(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** By the canonical contract, or because a feed's contract says so of a field that the value comes from. */
    boolean isRestricted(CanonicalEntity entity, CanonicalField field) {
        return field.restricted()
                || catalogue.feeds().stream()
                        .filter(feed -> feed.job().into().equals(entity.name()))
                        .anyMatch(feed -> isRestricted(feed, field.name()));
    }

    /** Whether the feed's business key itself is personal, so that not even the key may be shown. */
    boolean isKeyPersonal(Feed feed) {
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
