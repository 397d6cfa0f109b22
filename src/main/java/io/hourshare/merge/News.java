package io.hourshare.merge;

import io.hourshare.kernel.Digest;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Which enterprises may differ from an earlier merge: whoever is not named has exactly the same rows in every table, so
 * that whatever was made of those rows may be taken over.
 *
 * @param since {@link MergedProfiles#digest} of that merge
 * @param file path below the data root, one row per enterprise, {@code enterprise_id}; some of them may be gone
 */
public record News(Digest since, String file) {

    /** The enterprises, as a relation for {@code from}. */
    public String rows(Function<String, Path> places) {
        return ProfileTable.parquet(file, places);
    }
}
