package io.hourshare.resolve;

import io.hourshare.store.JournalAct.IdentityDecided;
import java.time.Instant;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A decision of an operator that stands.
 *
 * @param name normal form of the name, or the alias as written; together with the county it speaks of records to come, too
 * @param feed of one record alone; empty where the name and county are meant
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Ruling(
        String decision,
        String kind,
        String name,
        String region,
        String feed,
        String recordKey,
        String number,
        String enterpriseId,
        String actor,
        String reason,
        Instant at) {

    /** The decision as the journal keeps it. */
    public static Ruling of(IdentityDecided decided, Instant at) {
        return new Ruling(
                decided.decision(),
                decided.kind(),
                decided.name(),
                decided.region(),
                decided.feed(),
                decided.recordKey(),
                decided.number(),
                decided.enterpriseId(),
                decided.actor(),
                decided.reason(),
                at);
    }
}
