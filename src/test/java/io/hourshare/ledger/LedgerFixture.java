package io.hourshare.ledger;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The project's ledgers over a test's journal. */
public final class LedgerFixture {

    private LedgerFixture() {}

    public static CaseDesk desk(Cases cases, Clock clock, List<CaseIntake> intakes) {
        Map<String, JsonNode> documents =
                CatalogueReader.read(CatalogueSource.directory(Path.of("."))).documents();
        return new CaseDesk(new LedgerKinds(documents), cases, new WorkCalendar(documents), clock, () -> intakes);
    }
}
