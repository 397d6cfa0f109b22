package io.hourshare.serve.enterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hourshare.ledger.CaseView;
import io.hourshare.serve.profile.EnterpriseProfile;
import io.hourshare.serve.profile.ProfileConflict;
import io.hourshare.serve.profile.ProfileConflict.Claimed;
import io.hourshare.serve.profile.ProfileField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a value is what it is.
 *
 * @param others what other feeds say instead
 * @param corrections what was reported of this value, newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FieldAnswer(
        String attribute,
        @Nullable Object value,
        boolean withheld,
        ProfileAnswer.Source source,
        List<Claimed> others,
        FieldEvidence.@Nullable Evidence evidence,
        List<CaseView> corrections) {

    static FieldAnswer of(
            EnterpriseProfile profile,
            ProfileField field,
            FieldEvidence.@Nullable Evidence evidence,
            List<CaseView> corrections) {
        Map<String, List<Claimed>> losers = profile.conflicts().stream()
                .collect(java.util.stream.Collectors.toMap(
                        ProfileConflict::attribute, ProfileConflict::losers, (first, same) -> first));
        return new FieldAnswer(
                field.attribute(),
                field.value(),
                field.withheld(),
                ProfileAnswer.Source.of(field),
                losers.getOrDefault(field.attribute(), List.of()),
                evidence,
                corrections);
    }
}
