package io.hourshare.serve;

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
 */
public record EnterpriseProfile(
        String enterpriseId,
        @Nullable String uscc,
        @Nullable String name,
        boolean inPark,
        Map<String, ProfileField> fields,
        List<ProfileConflict> conflicts,
        Map<String, List<SatelliteRecord>> satellites,
        List<EnterpriseName> names) {

    public EnterpriseProfile {
        conflicts = List.copyOf(conflicts);
        names = List.copyOf(names);
    }

    /** The value of an attribute as text, or null where there is none. */
    public @Nullable String text(String attribute) {
        ProfileField field = fields.get(attribute);
        return field == null || field.value() == null ? null : field.value().toString();
    }

    /** A name with the time that it was borne. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record EnterpriseName(
            String name,
            String kind,
            @Nullable String validFrom,
            @Nullable String validTo,
            @Nullable String feed) {}
}
