package io.hourshare.serve.enterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.hourshare.ledger.CaseView;
import io.hourshare.serve.profile.EnterpriseProfile;
import io.hourshare.serve.profile.ProfileConflict;
import io.hourshare.serve.profile.ProfileField;
import io.hourshare.serve.profile.SatelliteRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A profile as the interface answers it: plain values, and what the caller asked to include.
 *
 * @param withheld attributes that have a value which this caller may not see
 * @param disputed open corrections by attribute
 * @param leftOut how many older records than those told there are, by entity
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProfileAnswer(
        @JsonProperty("enterprise_id") String enterpriseId,
        @Nullable String uscc,
        @Nullable String name,
        @JsonProperty("in_park") boolean inPark,
        Map<String, @Nullable Object> fields,
        List<String> withheld,
        Map<String, List<Disputed>> disputed,
        List<EnterpriseProfile.EnterpriseName> names,
        @Nullable Map<String, Source> provenance,
        @Nullable List<ProfileConflict> conflicts,
        @Nullable Map<String, List<Map<String, Object>>> satellites,
        @JsonProperty("left_out") @Nullable Map<String, Long> leftOut) {

    static ProfileAnswer of(EnterpriseProfile profile, Set<Include> included, Map<String, List<CaseView>> corrections) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        profile.fields().forEach((attribute, field) -> fields.put(attribute, field.value()));
        return new ProfileAnswer(
                profile.enterpriseId(),
                profile.uscc(),
                profile.name(),
                profile.inPark(),
                fields,
                profile.fields().values().stream()
                        .filter(ProfileField::withheld)
                        .map(ProfileField::attribute)
                        .toList(),
                disputed(corrections),
                profile.names(),
                included.contains(Include.PROVENANCE) ? provenance(profile) : null,
                included.contains(Include.CONFLICTS) ? profile.conflicts() : null,
                included.contains(Include.SATELLITES) ? satellites(profile) : null,
                profile.leftOut().isEmpty() ? null : profile.leftOut());
    }

    private static Map<String, List<Disputed>> disputed(Map<String, List<CaseView>> corrections) {
        Map<String, List<Disputed>> disputed = new TreeMap<>();
        corrections.forEach((field, cases) ->
                disputed.put(field, cases.stream().map(Disputed::of).toList()));
        return disputed;
    }

    private static Map<String, Source> provenance(EnterpriseProfile profile) {
        Map<String, Source> sources = new LinkedHashMap<>();
        profile.fields().forEach((attribute, field) -> sources.put(attribute, Source.of(field)));
        return sources;
    }

    private static Map<String, List<Map<String, Object>>> satellites(EnterpriseProfile profile) {
        Map<String, List<Map<String, Object>>> satellites = new LinkedHashMap<>();
        profile.satellites()
                .forEach((entity, records) -> satellites.put(
                        entity, records.stream().map(ProfileAnswer::satellite).toList()));
        return satellites;
    }

    private static Map<String, Object> satellite(SatelliteRecord record) {
        Map<String, Object> values = new LinkedHashMap<>(record.values());
        if (!record.withheld().isEmpty()) {
            values.put("_withheld", record.withheld());
        }
        values.put("_source", SatelliteSource.of(record));
        return values;
    }

    /** A correction that is not closed. */
    record Disputed(
            @JsonProperty("case") String number,
            String state,
            @JsonProperty("state_title") String stateTitle,
            String department,
            @JsonProperty("opened_at") java.time.Instant openedAt) {

        static Disputed of(CaseView one) {
            return new Disputed(
                    one.id(),
                    one.state(),
                    one.stateTitle(),
                    one.details().getOrDefault("department", ""),
                    one.openedAt());
        }
    }

    /** Where a value comes from. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Source(
            String title,
            @Nullable String unit,
            @Nullable String feed,
            @JsonProperty("feed_title") @Nullable String feedTitle,
            @JsonProperty("source_time") java.time.@Nullable Instant sourceTime,
            @Nullable String window,
            Map<String, Object> position,
            @Nullable String rule,
            boolean restricted) {

        static Source of(ProfileField field) {
            return new Source(
                    field.title(),
                    field.unit(),
                    field.feed(),
                    field.feedTitle(),
                    field.sourceTime(),
                    field.window(),
                    field.position(),
                    field.rule(),
                    field.restricted());
        }
    }

    /** Where a satellite's record comes from; a measure's own is the newest of those that it rests on. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record SatelliteSource(
            String key,
            @Nullable String feed,
            @JsonProperty("source_time") java.time.@Nullable Instant sourceTime,
            Map<String, Object> position,
            @JsonProperty("derived_from") List<SatelliteSource> derivedFrom) {

        static SatelliteSource of(SatelliteRecord record) {
            return new SatelliteSource(
                    record.key(),
                    record.feed(),
                    record.sourceTime(),
                    record.position(),
                    record.derivedFrom().stream().map(SatelliteSource::of).toList());
        }

        private static SatelliteSource of(SatelliteRecord.Input input) {
            return new SatelliteSource(input.key(), input.feed(), input.sourceTime(), input.position(), List.of());
        }
    }
}
