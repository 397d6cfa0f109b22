package io.hourshare.contract.draft;

import io.hourshare.contract.SourceFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records of a sample as texts.
 *
 * @param options what the job file must say to find the records, by key of {@code read}
 * @param records values by column; what is absent or blank is left out
 * @param titleUnit unit of money that stands above the headings of a table
 * @param blank columns that the sample names without a single value
 * @param told parameters of a route that the sample tells: where its records lie, how many there are in all
 */
public record Sample(
        SourceFormat format,
        Map<String, String> options,
        List<Map<String, String>> records,
        List<String> notes,
        @Nullable String titleUnit,
        Set<String> blank,
        Map<String, String> told) {

    /** So many records tell enough. */
    static final int ENOUGH = 5000;

    public Sample {
        options = Map.copyOf(options);
        records = List.copyOf(records);
        notes = List.copyOf(notes);
        blank = new LinkedHashSet<>(blank);
        told = Map.copyOf(told);
    }

    Sample(SourceFormat format, Map<String, String> options, List<Map<String, String>> records, List<String> notes) {
        this(format, options, records, notes, null, Set.of(), Map.of());
    }

    static Sample table(
            SourceFormat format,
            Map<String, String> options,
            List<Map<String, String>> records,
            List<String> notes,
            List<String> names,
            @Nullable String titleUnit) {
        Set<String> blank = new LinkedHashSet<>(names);
        records.forEach(record -> blank.removeAll(record.keySet()));
        blank.remove("");
        return new Sample(format, options, records, notes, titleUnit, blank, Map.of());
    }

    static Sample answer(
            SourceFormat format,
            Map<String, String> options,
            List<Map<String, String>> records,
            List<String> notes,
            Set<String> named,
            Map<String, String> told) {
        Set<String> blank = new LinkedHashSet<>(named);
        records.forEach(record -> blank.removeAll(record.keySet()));
        return new Sample(format, options, records, notes, null, blank, told);
    }

    /** Columns in the order in which they first appear. */
    List<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        records.forEach(record -> columns.addAll(record.keySet()));
        return List.copyOf(columns);
    }

    List<String> values(String column) {
        return records.stream()
                .flatMap(record -> record.containsKey(column)
                        ? java.util.stream.Stream.of(record.get(column))
                        : java.util.stream.Stream.empty())
                .toList();
    }
}
