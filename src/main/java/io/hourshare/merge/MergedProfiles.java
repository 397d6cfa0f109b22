package io.hourshare.merge;

import io.hourshare.kernel.Digest;
import io.hourshare.store.DataRoot;
import io.hourshare.store.JournalFact.StageDone;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Profiles with the claims they rest on.
 *
 * @param tables where each table's rows are, by name: {@code claim}, {@code enterprise} (wide profile),
 *     {@code conflict}, {@code enterprise_identity}, {@code enterprise_name}, {@code enterprise_number},
 *     {@code enterprise_event}, {@code enterprise_redirect}, and one per satellite
 * @param digest of the inputs and the models
 * @param news what differs from the merge before; null where everything was made anew
 */
public record MergedProfiles(
        Map<String, ProfileTable> tables,
        Map<String, Long> counts,
        Digest digest,
        @Nullable News news) {

    public MergedProfiles {
        tables = Map.copyOf(tables);
        counts = Map.copyOf(counts);
    }

    /** What the journal's line names. */
    public static MergedProfiles of(StageDone done) {
        FileNames names = FileNames.of(done.files());
        return new MergedProfiles(names.tables(), done.counts(), done.inputs(), names.news());
    }

    /** As {@link #of}, where its files are still there. */
    public static Optional<MergedProfiles> kept(StageDone done, DataRoot root) {
        return root.holds(done.files()) ? Optional.of(of(done)) : Optional.empty();
    }
}
