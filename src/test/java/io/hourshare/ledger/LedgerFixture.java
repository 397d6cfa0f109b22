package io.hourshare.ledger;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueReading;
import io.hourshare.contract.CatalogueSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The project's ledgers over a test's journal. */
public final class LedgerFixture {

    private LedgerFixture() {}

    public static CaseDesk desk(Cases cases, Clock clock, List<CaseIntake> intakes) {
        CatalogueReading reading = CatalogueReader.read(CatalogueSource.directory(Path.of(".")));
        return new CaseDesk(
                new LedgerKinds(reading.documents()),
                cases,
                new WorkCalendar(reading.catalogue().codeLists().get(WorkCalendar.LIST)),
                clock,
                () -> intakes);
    }
}
