package io.hourshare.operate.replay;

import io.hourshare.contract.Disposition;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FieldMapping;
import io.hourshare.contract.SourceField;
import io.hourshare.normalize.RecordReplay.Replayed;
import io.hourshare.normalize.fault.Masking;
import io.hourshare.operate.replay.ReplayDiff.Change;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a mapping reads in a record, masked as the quarantine masks what the record held. */
final class MaskedValues {

    private final Feed feed;
    private final @Nullable Replayed record;

    MaskedValues(Feed feed, @Nullable Replayed record) {
        this.feed = feed;
        this.record = record;
    }

    /** Canonical values that come of the source field. */
    String of(String sourceField) {
        return feed.job().map().stream()
                .filter(mapping -> mapping.from().contains(sourceField))
                .map(FieldMapping::canonical)
                .distinct()
                .filter(canonical -> !value(canonical).isEmpty())
                .map(canonical -> canonical + "=" + masked(canonical))
                .collect(Collectors.joining("；"));
    }

    /** Every canonical field that this mapping reads otherwise than the earlier one. */
    List<Change> against(MaskedValues earlier) {
        Set<String> names = new LinkedHashSet<>();
        feed.job().map().forEach(mapping -> names.add(mapping.canonical()));
        earlier.feed.job().map().forEach(mapping -> names.add(mapping.canonical()));
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            if (!value(name).equals(earlier.value(name))) {
                changes.add(new Change(name, earlier.masked(name), masked(name)));
            }
        }
        return changes;
    }

    private String value(String canonical) {
        return record == null ? "" : record.values().getOrDefault(canonical, "");
    }

    private String masked(String canonical) {
        return isOpen(canonical) ? Masking.excerpt(value(canonical)) : Masking.restricted(value(canonical));
    }

    private boolean isOpen(String canonical) {
        return feed.job().map().stream()
                .filter(mapping -> mapping.canonical().equals(canonical))
                .flatMap(mapping -> mapping.from().stream())
                .allMatch(name ->
                        feed.contract().field(name).filter(MaskedValues::isOpen).isPresent());
    }

    private static boolean isOpen(SourceField field) {
        return field.disposition() == Disposition.KEEP
                && !field.classification().equals("personal");
    }
}
