package io.hourshare.normalize;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Disposition;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FieldMapping;
import io.hourshare.contract.SourceField;
import io.hourshare.normalize.convert.Neighbours;
import io.hourshare.normalize.fault.Masking;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What somebody sees of a department's own fields who may not see personal and restricted ones: identity numbers and
 * telephones are starred wherever they stand, and neither a figure that its enterprise need not publish nor one of which
 * a restricted value is made is shown at all.
 */
public final class SourceSight {

    private final Feed feed;
    private final Set<String> restricted;
    private final Set<String> conditional;
    private final Set<String> names;

    public SourceSight(Feed feed, Catalogue catalogue) {
        this.feed = feed;
        CanonicalEntity entity = catalogue.entities().get(feed.job().into());
        this.restricted = sources(
                feed,
                mapping -> entity != null
                        && entity.field(mapping.canonical())
                                .filter(CanonicalField::restricted)
                                .isPresent());
        this.conditional = sources(feed, mapping -> mapping.options().containsKey(Neighbours.ONLY_IF));
        this.names = sources(feed, mapping -> mapping.as().equals("name"));
    }

    /** The value as it is shown. */
    public String shown(String name, String value) {
        return conditional.contains(name) || restricted.contains(name)
                ? Masking.restricted(value)
                : feed.contract().field(name).map(known -> shown(known, value)).orElseGet(() -> Masking.numbers(value));
    }

    private String shown(SourceField field, String value) {
        if (field.classification().equals("personal") || field.disposition() == Disposition.TOKEN) {
            return Masking.personal(value);
        }
        if (field.disposition() != Disposition.KEEP) {
            return Masking.restricted(value);
        }
        return names.contains(field.name()) ? Masking.name(value) : Masking.numbers(value);
    }

    private static Set<String> sources(Feed feed, Predicate<FieldMapping> which) {
        return feed.job().map().stream()
                .filter(which)
                .flatMap(mapping -> mapping.from().stream())
                .collect(Collectors.toSet());
    }
}
