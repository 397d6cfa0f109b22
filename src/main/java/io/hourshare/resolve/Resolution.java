package io.hourshare.resolve;

import io.hourshare.kernel.Digest;
import java.util.Map;

/**
 * Which records are which enterprise.
 *
 * @param tables Parquet paths below the data root by table name: {@code er_assignment} (feed, _key, enterprise_id,
 *     tier, rule, score), {@code er_entity} (enterprise_id, uscc, org_code, name, state, in_park), {@code er_name},
 *     {@code er_number}, {@code er_unresolved}, {@code er_model} (every learnt number, with the version that assignments name);
 *     {@code er_event} (event_id, hour, kind link, unlink, merge or split,
 *     enterprise_id, other_id, feed, record_key, cause) and {@code er_redirect} (old_id, enterprise_id, hour) tell the
 *     history
 * @param digest of the inputs and the models: the tables' folder carries it
 */
public record Resolution(Map<String, String> tables, Map<String, Long> counts, Digest digest) {

    public Resolution {
        tables = Map.copyOf(tables);
        counts = Map.copyOf(counts);
    }
}
