package io.hourshare.publish.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.contract.SqlModel;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CrowdedDocumentTest {

    @TempDir
    private Path spill;

    @Test
    @Tag("F48")
    void anEnterpriseWithTooManyNamesAndEventsTellsTheNewestAndHowManyAreLeftOut() {
        try (Session session = new Engine(new EngineSettings("256MB", 1), spill).open()) {
            known(session);
            session.execute("insert into enterprise_name select 'E1', '旧名' || range, 'former', date '1990-01-01',"
                    + " date '1990-01-01' + cast(range as integer), 'f' from range(2004)");
            session.execute("insert into enterprise_name values ('E1', '今名', 'current', date '2020-01-01', null, 'f')");
            session.execute("insert into enterprise_event select 'E1', strftime(timestamp '2026-01-01' + range *"
                    + " interval 1 hour, '%Y-%m-%dT%HZ'), 'link', 'E1', null, 'f', 'R' || range, null, null, 'V' || range"
                    + " from range(2003)");

            JsonNode document = document(session);

            assertThat(document.path("names").size()).isEqualTo(2_000);
            assertThat(document.at("/left_out/names").asLong()).isEqualTo(5);
            assertThat(document.path("names").findValuesAsString("name"))
                    .contains("今名", "旧名2003")
                    .doesNotContain("旧名4");
            assertThat(document.path("events").size()).isEqualTo(2_000);
            assertThat(document.at("/left_out/events").asLong()).isEqualTo(3);
            assertThat(document.at("/events/0/record_key").asString())
                    .as("the oldest told")
                    .isEqualTo("R3");
        }
    }

    private static void known(Session session) {
        for (String table : List.of(
                "enterprise as select 'E1' as enterprise_id, true as in_park",
                "enterprise_identity as select 'E1' as enterprise_id, '' as uscc, '今名' as name, 'active' as state,"
                        + " '' as branch_of",
                "enterprise_name (enterprise_id varchar, name varchar, kind varchar, valid_from date, valid_to date,"
                        + " feed varchar)",
                "enterprise_event (enterprise_id varchar, \"hour\" varchar, kind varchar, subject_id varchar,"
                        + " other_id varchar, feed varchar, record_key varchar, cause varchar, decision varchar,"
                        + " event_id varchar)",
                "sourced_claim (enterprise_id varchar, attribute varchar, feed varchar, record_key varchar,"
                        + " winner boolean, place integer, head varchar, value_json varchar, source_json varchar,"
                        + " rule_json varchar)",
                "conflict (enterprise_id varchar, attribute varchar, feed varchar, record_key varchar)",
                "satellite_document (enterprise_id varchar, body varchar, left_out varchar)")) {
            session.execute("create temp table " + table);
        }
    }

    private static JsonNode document(Session session) {
        String model = Objects.requireNonNull(CatalogueReader.read(CatalogueSource.embedded())
                        .catalogue()
                        .models()
                        .get("publish"))
                .stream()
                .filter(one -> one.name().equals("document"))
                .map(SqlModel::sql)
                .findFirst()
                .orElseThrow();
        return JsonMapper.shared()
                .readTree(session.query("select body from (" + model + ")", row -> row.getString(1))
                        .get(0));
    }
}
