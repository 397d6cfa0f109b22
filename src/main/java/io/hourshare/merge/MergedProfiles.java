package io.hourshare.merge;

import io.hourshare.kernel.Digest;
import java.util.Map;

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
}
