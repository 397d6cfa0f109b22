package io.hourshare.operate.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hourshare.kernel.Digest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Exactly what a run would touch; starting it with this plan's digest starts this or nothing.
 *
 * @param leftOut number of windows of the selection that stay untouched, by reason
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record RunPlan(String verb, List<PlannedSlot> slots, Map<String, Long> leftOut) {

    /** What is written down and nothing else. */
    private static final Set<String> ALONE = Set.of("WAIVE", "STOP", "ABANDON", "RECOVER");

    public RunPlan {
        slots = List.copyOf(slots);
        leftOut = java.util.Collections.unmodifiableMap(new TreeMap<>(leftOut));
    }

    /** Changes whenever the plan does. */
    @JsonProperty
    public String plan() {
        return Digest.of(slots.stream().map(PlannedSlot::toString).toList()).short8();
    }

    /** What is done once more over everything, when a slot is done. */
    @JsonProperty
    public List<String> downstream() {
        return slots.isEmpty() || ALONE.contains(verb) ? List.of() : List.of("resolve", "quality", "merge", "publish");
    }

    /** Number of landed files that would be read. */
    @JsonProperty
    public long files() {
        return slots.stream()
                .map(PlannedSlot::reads)
                .mapToLong(Collection::size)
                .sum();
    }

    /** Number of known records that would be read or replaced. */
    @JsonProperty
    public long rows() {
        return slots.stream()
                .<@Nullable Long>map(PlannedSlot::rows)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }
}
