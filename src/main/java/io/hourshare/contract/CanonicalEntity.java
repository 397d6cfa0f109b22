package io.hourshare.contract;

import java.util.List;
import java.util.Optional;

/**
 * A thing the service centre knows: {@code enterprise}, or a satellite keyed by enterprise and dated.
 *
 * <p>Attributes that only a feed's own contract declares are already added, so the fields are complete.
 */
public record CanonicalEntity(String name, String title, String grain, List<CanonicalField> fields) {

    /** Name of the entity that a profile is. */
    public static final String ENTERPRISE = "enterprise";

    public CanonicalEntity {
        fields = List.copyOf(fields);
    }

    public Optional<CanonicalField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
