package io.hourshare.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A thing the service centre knows: {@code enterprise}, or a satellite keyed by enterprise and dated.
 *
 * <p>Attributes that only a feed's own contract declares are already added, so the fields are complete.
 */
public record CanonicalEntity(String name, String title, String grain, List<CanonicalField> fields) {

    /** Name of the entity that a profile is. */
    public static final String ENTERPRISE = "enterprise";

    /** Fields that say by a number whom a record is about, the surest first. */
    public static final List<String> NUMBERS = List.of("uscc", "org_code", "taxpayer_id", "reg_no");

    /** As {@link #NUMBERS}, and last by name. */
    public static final List<String> IDENTIFYING =
            Stream.concat(NUMBERS.stream(), Stream.of("ent_name")).toList();

    /** How the name of an entity ends that holds what another one is derived from. */
    public static final String INPUT = "-input";

    public CanonicalEntity {
        fields = List.copyOf(fields);
    }

    /** Name of the entity that holds, record by record, what this one is derived from. */
    public String input() {
        return name + INPUT;
    }

    /** Whether it says what another one is derived from. */
    public boolean isInput() {
        return name.endsWith(INPUT);
    }

    public Optional<CanonicalField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
