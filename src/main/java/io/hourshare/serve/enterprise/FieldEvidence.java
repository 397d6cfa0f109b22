package io.hourshare.serve.enterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Knows what stands behind a value beyond what its snapshot shows: every candidate, the raw record, the promise. */
public interface FieldEvidence {

    /** @param restrictedToo whether the reader may see restricted values */
    Evidence of(String enterpriseId, String field, boolean restrictedToo);

    /**
     * Why a value is what it is.
     *
     * @param order how the winner is found, in words
     * @param candidates everything that is said, the believed value first
     * @param excerpt the believed record as its department sent it, cut to what the reader may see
     * @param excerptGone why there is no excerpt, where the record as it came is gone by rule
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Evidence(
            String order,
            List<Candidate> candidates,
            @Nullable Map<String, String> excerpt,
            @Nullable String excerptGone,
            @Nullable Published published,
            @Nullable Age age) {}

    /**
     * What one record says; values that the reader may not see are absent.
     *
     * @param position {@code object:offset+length} in bytes, {@code object!sheet!cell} in sheets, {@code object#row}
     * @param rule conversion with its options that gives the value from the source's bytes
     * @param model version of the rules that made and chose the value
     * @param doubt why it gives way to others that are valid
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Candidate(
            @Nullable String value,
            String feed,
            String feedTitle,
            String department,
            @Nullable Instant sourceTime,
            @Nullable String window,
            @Nullable String position,
            @Nullable String recordKey,
            String sourceField,
            String rule,
            String model,
            int priority,
            @Nullable String doubt,
            boolean winner) {}

    /**
     * The run that published the value.
     *
     * @param model digest of the rules and models that it was made by
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Published(long sequence, String hour, Instant publishedAt, String inputs, String model) {}

    /** How old the source's data are against what was promised. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Age(@Nullable Long ageMinutes, long promiseMinutes, String state, String stateLabel, String why) {}
}
