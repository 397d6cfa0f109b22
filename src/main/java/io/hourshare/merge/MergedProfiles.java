package io.hourshare.merge;

import io.hourshare.kernel.Digest;
import io.hourshare.store.DataRoot;
import io.hourshare.store.JournalFact.StageDone;
import java.util.Map;
import java.util.Optional;

/**
 * Profiles with the claims they rest on.
 *
 * @param tables Parquet paths below the data root by table name: {@code claim}, {@code enterprise} (wide profile),
 *     {@code conflict}, {@code enterprise_identity}, {@code enterprise_name}, {@code enterprise_number},
 *     {@code enterprise_event}, {@code enterprise_redirect}, and one per satellite
 * @param digest of the inputs and the models: the tables' folder carries it
 */
public record MergedProfiles(Map<String, String> tables, Map<String, Long> counts, Digest digest) {

    public MergedProfiles {
        tables = Map.copyOf(tables);
        counts = Map.copyOf(counts);
    }

    /** What the journal's line names, where its files are still there. */
    public static Optional<MergedProfiles> kept(StageDone done, DataRoot root) {
        return root.holds(done.files())
                ? Optional.of(new MergedProfiles(ProfileFiles.byTable(done.files()), done.counts(), done.inputs()))
                : Optional.empty();
    }
}
