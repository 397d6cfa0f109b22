package io.hourshare.normalize.anomaly;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One canonical column, in the records known before and in the batch.
 *
 * @param sources source fields that it is made from
 * @param filledBefore share of records with a value, 0 to 1
 * @param medianBefore of the absolute values that are not zero; null for a column that is no number
 */
public record ColumnFigures(
        String column,
        List<String> sources,
        double filledBefore,
        double filledNow,
        @Nullable Double medianBefore,
        @Nullable Double medianNow) {

    public ColumnFigures {
        sources = List.copyOf(sources);
    }
}
