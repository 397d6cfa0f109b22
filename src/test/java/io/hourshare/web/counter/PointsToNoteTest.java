package io.hourshare.web.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.serve.profile.EnterpriseProfile;
import io.hourshare.serve.profile.SatelliteRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which entries a clerk is warned of on 22 November 2026, in China. */
class PointsToNoteTest {

    private final PointsToNote points = new PointsToNote(
            CatalogueReader.read(CatalogueSource.embedded()).catalogue(),
            Clock.fixed(Instant.parse("2026-11-21T16:30:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(textBlock = """
            credit-list-entry, out_date,      -,          true
            credit-list-entry, out_date,      2026-11-23, true
            credit-list-entry, out_date,      2026-11-22, false
            credit-list-entry, out_date,      2026-11-21, false
            credit-list-entry, out_reason,    已履行公示义务, false
            arrears,           release_date,  2026-11-22, false
            arrears,           release_date,  -,          true
            penalty,           publicity_end, -,          true
            penalty,           publicity_end, 2026-11-22, true
            penalty,           publicity_end, 2026-11-21, false
            penalty,           valid_to,      2026-11-22, true
            penalty,           valid_to,      2026-11-21, false
            """)
    void aBurdenStandsUntilItsLastDayIsOverOrItWasLifted(String entity, String column, String value, boolean stands) {
        assertThat(warned(entity, value.equals("-") ? Map.of() : Map.of(column, value)))
                .isEqualTo(stands ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            -,          0
            2026-11-21, 0
            2026-11-22, 1
            2027-01-20, 1
            2027-01-21, 0
            """)
    void aLicenceIsNotedWhileItIsAboutToExpire(String validTo, int noted) {
        assertThat(warned("licence", validTo.equals("-") ? Map.of() : Map.of("valid_to", validTo)))
                .isEqualTo(noted);
    }

    private int warned(String entity, Map<String, Object> values) {
        SatelliteRecord record = new SatelliteRecord("1", values, Set.of(), null, null, Map.of(), List.of());
        EnterpriseProfile profile = new EnterpriseProfile(
                "E1",
                null,
                "甲",
                true,
                Map.of(),
                List.of(),
                Map.of(entity, List.of(record)),
                Map.of(),
                List.of(),
                List.of());
        return points.of(profile).size();
    }
}
