package io.hourshare.serve.profile;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.publish.Visibility;
import io.hourshare.serve.Sight;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes restricted values out of a profile; that there is one stays visible. */
final class Withholding {

    /** Open columns by satellite; a satellite or column that the catalogue does not know is not open. */
    private final Map<String, Set<String>> open;

    Withholding(Catalogue catalogue) {
        Visibility visibility = new Visibility(catalogue);
        this.open = catalogue.entities().values().stream()
                .collect(Collectors.toUnmodifiableMap(
                        CanonicalEntity::name,
                        entity -> entity.fields().stream()
                                .filter(field -> !visibility.isRestricted(entity, field))
                                .map(CanonicalField::name)
                                .collect(Collectors.toUnmodifiableSet())));
    }

    EnterpriseProfile from(EnterpriseProfile profile, Sight sight) {
        return sight == Sight.WHOLE ? profile : withheld(profile, sight);
    }

    private EnterpriseProfile withheld(EnterpriseProfile profile, Sight sight) {
        Map<String, ProfileField> fields = new LinkedHashMap<>();
        profile.fields().forEach((attribute, field) -> fields.put(attribute, field.seen(sight)));
        List<ProfileConflict> conflicts = profile.conflicts().stream()
                .filter(conflict -> !isRestricted(profile, conflict.attribute()))
                .toList();
        Map<String, List<SatelliteRecord>> satellites = new LinkedHashMap<>();
        profile.satellites()
                .forEach((entity, records) -> satellites.put(
                        entity,
                        records.stream().map(record -> from(entity, record)).toList()));
        return new EnterpriseProfile(
                profile.enterpriseId(),
                profile.uscc(),
                profile.name(),
                profile.inPark(),
                fields,
                conflicts,
                satellites,
                profile.leftOut(),
                profile.names(),
                profile.events());
    }

    private SatelliteRecord from(String entity, SatelliteRecord record) {
        Set<String> allowed = open.getOrDefault(entity, Set.of());
        Map<String, Object> values = new LinkedHashMap<>(record.values());
        values.keySet().retainAll(allowed);
        Set<String> withheld = new LinkedHashSet<>(record.values().keySet());
        withheld.removeAll(allowed);
        return record.seen(values, withheld);
    }

    private static boolean isRestricted(EnterpriseProfile profile, String attribute) {
        ProfileField field = profile.fields().get(attribute);
        return field != null && field.restricted();
    }
}
