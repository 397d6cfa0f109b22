package io.hourshare.contract.draft;

import io.hourshare.contract.SourceFormat;
import java.util.ArrayList;
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

    /**
     * What is said of lists inside the records.
     *
     * @param path of the list that is taken apart, empty where there is none
     * @param left lists inside its members
     * @param aside lists beside it
     */
    static List<String> listNotes(String path, Set<String> left, Set<String> aside) {
        List<String> notes = new ArrayList<>();
        if (!path.isEmpty()) {
            notes.add("记录里有嵌套清单：按 " + path + " 的每个成员一条起草，_index 是成员的位置");
        }
        left.forEach(one -> notes.add(
                path + " 的成员里还有清单 " + one + "，没有起草，只留在原文里；需要逐条取时把 explode 改为 " + path + "." + one + "（外层的字段会逐条重复）"));
        aside.forEach(
                one -> notes.add("嵌套清单 " + one + " 没有起草：一个数据源只按一处清单拆开；需要时请另作一个数据源，写 read: { explode: " + one + " }"));
        return notes;
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
