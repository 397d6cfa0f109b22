package io.hourshare.serve.profile;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * One enterprise as its snapshot knows it.
 *
 * @param fields values by attribute, in the order of the profile
 * @param satellites dated records by entity
 * @param leftOut how many older records are told nowhere but in the analysts' file, by entity; usually none
 */
public record EnterpriseProfile(
        String enterpriseId,
        @Nullable String uscc,
        @Nullable String name,
        boolean inPark,
        Map<String, ProfileField> fields,
        List<ProfileConflict> conflicts,
        Map<String, List<SatelliteRecord>> satellites,
        Map<String, Long> leftOut,
        List<EnterpriseName> names,
        List<IdentityEvent> events) {

    public EnterpriseProfile {
        conflicts = List.copyOf(conflicts);
        names = List.copyOf(names);
        events = List.copyOf(events);
    }

    /** The value of an attribute as text, or null where there is none. */
    public @Nullable String text(String attribute) {
        ProfileField field = fields.get(attribute);
        return field == null || field.value() == null ? null : field.value().toString();
    }

    /**
     * A change of which records are this enterprise.
     *
     * @param kind {@code link}, {@code unlink}, {@code merge} or {@code split}
     * @param subject whose id it is about: the one that ended in a merge, the new one in a split
     * @param other the winner of a merge, the origin of a split, the other side of a record's move
     * @param cause rule of the matching, {@code operator} or {@code withdrawn}
     * @param decision the operators' decision that was taken or withdrawn; who and why is told under its number
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record IdentityEvent(
            String hour,
            String kind,
            String subject,
            @Nullable String other,
            @Nullable String feed,
            @Nullable String recordKey,
            @Nullable String cause,
            @Nullable String decision) {}

    /** A name with the time that it was borne. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record EnterpriseName(
            String name,
            String kind,
            @Nullable String validFrom,
            @Nullable String validTo,
            @Nullable String feed) {}
}
