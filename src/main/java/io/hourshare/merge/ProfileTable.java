package io.hourshare.merge;

import io.hourshare.engine.Sql;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of one table of the profiles are: in one file, or in the file of an earlier merge with a smaller one
 * over it, which has all rows of the enterprises that were touched since.
 *
 * @param base path below the data root
 * @param over what lies over it; null where the base says all
 */
public record ProfileTable(String base, @Nullable Over over) {

    /**
     * @param top rows of the touched enterprises
     * @param touched their ids: of them, nothing in the base holds any more
     */
    public record Over(String top, String touched) {}

    public static ProfileTable whole(String path) {
        return new ProfileTable(path, null);
    }

    /** All rows, as a relation for {@code from}. */
    public String rows(Function<String, Path> places) {
        return over == null
                ? parquet(base, places)
                : "(select base.* from " + parquet(base, places) + " as base anti join "
                        + parquet(over.touched(), places)
                        + " as touched on touched.enterprise_id = base.enterprise_id union all select * from "
                        + parquet(over.top(), places) + ")";
    }

    /** Where rows were written last. */
    public String newest() {
        return over == null ? base : over.top();
    }

    /** Everything that the rows are read from, the base first. */
    public List<String> files() {
        return over == null ? List.of(base) : List.of(base, over.top(), over.touched());
    }

    static String parquet(String path, Function<String, Path> places) {
        return "read_parquet(" + Sql.literal(places.apply(path).toString()) + ", hive_partitioning = false)";
    }
}
