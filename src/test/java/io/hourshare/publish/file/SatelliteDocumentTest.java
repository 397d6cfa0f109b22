package io.hourshare.publish.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SatelliteDocumentTest {

    private static final CanonicalEntity LICENCE =
            Objects.requireNonNull(CatalogueReader.read(CatalogueSource.embedded())
                    .catalogue()
                    .entities()
                    .get("licence"));

    @TempDir
    private Path spill;

    @Test
    @Tag("F48")
    void anEnterpriseWithTooManyRecordsTellsTheNewestAndHowManyAreLeftOut() {
        try (Session session = new Engine(new EngineSettings("256MB", 1), spill).open()) {
            session.execute("create temp table feed as select 'credit.licence' as feed,"
                    + " '\"credit.licence\"' as feed_json, '\"许可\"' as title_json");
            session.execute("create temp table licence as select " + nothingSaid()
                    + ", case when range < 3 then 'E1' else 'E2' end as enterprise_id, 'credit.licence' as feed,"
                    + " 'R' || range as record_key, timestamp '2026-01-01' + range * interval 1 minute as observed_at,"
                    + " timestamp '2026-01-01' as \"window\", 'o' as object, 0 as \"offset\", 1 as length,"
                    + " cast(null as varchar) as sheet, cast(null as bigint) as \"row\" from range("
                    + (SatelliteDocument.MOST + 20) + ")");
            assertThat(session.number(SatelliteDocument.crowded(LICENCE))).isEqualTo(1);

            Map<String, JsonNode> documents = session
                    .query(
                            "select enterprise_id, '{' || body || coalesce(',\"left_out\":{' || left_out || '}', '') || '}'"
                                    + " from (" + SatelliteDocument.select(List.of(LICENCE), licence -> true) + ")",
                            row -> Map.entry(
                                    row.getString(1), JsonMapper.shared().readTree(row.getString(2))))
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

            assertThat(documents.get("E1").path("licence").size()).isEqualTo(3);
            assertThat(documents.get("E1").has("left_out")).isFalse();
            assertThat(documents.get("E2").path("licence").size()).isEqualTo(SatelliteDocument.MOST);
            assertThat(documents.get("E2").at("/left_out/licence").asLong()).isEqualTo(17);
            assertThat(documents.get("E2").at("/licence/0/_source/source_time").asString())
                    .as("the newest first")
                    .isEqualTo("2026-01-02T09:39:00Z");
        }
    }

    private static String nothingSaid() {
        return LICENCE.fields().stream()
                .map(CanonicalField::name)
                .map(name -> "cast(null as varchar) as " + name)
                .collect(Collectors.joining(", "));
    }
}
