package io.hourshare.normalize.anomaly;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One canonical column, in the records known before and in the batch.
 *
 * @param sources source fields that it is made from
 * @param filledBefore share of records with a value, 0 to 1
 * @param lowBefore what two in a hundred of the records known before fall short of, null as the median
 * @param highBefore what two in a hundred of them exceed
 * @param medianBefore of the absolute values that are not zero; null for a column that is no number
 */
public record ColumnFigures(
        String column,
        List<String> sources,
        double filledBefore,
        double filledNow,
        @Nullable Double lowBefore,
        @Nullable Double medianBefore,
        @Nullable Double highBefore,
        @Nullable Double medianNow) {

    public ColumnFigures {
        sources = List.copyOf(sources);
    }
}
