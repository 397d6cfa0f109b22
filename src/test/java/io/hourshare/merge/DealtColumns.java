package io.hourshare.merge;

import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The canonical columns of a feed's invented records, {@code i} and {@code version}, with values that the database deals
 * out.
 *
 * @param texts SQL of the value of a column of text
 * @param firstDay of the days dealt out
 * @param days how many of them
 */
record DealtColumns(Catalogue catalogue, Function<CanonicalField, String> texts, String firstDay, int days) {

    String of(Feed feed) {
        Map<String, CanonicalField> fields = catalogue.entities().get(feed.job().into()).fields().stream()
                .collect(Collectors.toMap(CanonicalField::name, field -> field));
        return feed.job().map().stream()
                .map(mapping -> fields.get(mapping.canonical()))
                .filter(Objects::nonNull)
                .distinct()
                .map(field -> value(field) + " as \"" + field.name() + '"')
                .collect(Collectors.joining(", "));
    }

    /** A number that record, version and field alone decide. */
    static String lot(CanonicalField field) {
        return "hash(i, '" + field.name() + "', version)";
    }

    private String value(CanonicalField field) {
        String lot = lot(field);
        return switch (field.type()) {
            case STRING -> texts.apply(field);
            case DATE -> "date '" + firstDay + "' + (" + lot + " % " + days + ")::integer";
            case TIMESTAMP -> "timestamp '2026-01-01 00:00:00' + to_hours((" + lot + " % 3000)::integer)";
            case NUMBER -> "(" + lot + " % 1000000 / 100)::decimal(24,6)";
            case INTEGER -> "(" + lot + " % 1000)::bigint";
            case BOOLEAN -> lot + " % 2 = 0";
        };
    }
}
