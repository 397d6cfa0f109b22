package io.hourshare.ledger;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReading;
import io.hourshare.contract.CodeList;
import io.hourshare.contract.KnownNames;
import io.hourshare.store.Journal;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ledgers of the catalogue over the journal. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    LedgerKinds ledgerKinds(CatalogueReading reading) {
        return new LedgerKinds(reading.documents());
    }

    @Bean
    WorkCalendar workCalendar(Catalogue catalogue) {
        CodeList none = new CodeList(WorkCalendar.LIST, "", "", List.of("date", "name", "day"), List.of());
        return new WorkCalendar(catalogue.codeLists().getOrDefault(WorkCalendar.LIST, none));
    }

    @Bean
    Cases cases(Journal journal, Clock clock) {
        return new Cases(journal, clock);
    }

    @Bean
    CaseNames caseNames(CaseDesk desk, Cases cases, KnownNames names) {
        return new CaseNames(desk, cases, names);
    }

    @Bean
    CaseDesk caseDesk(
            LedgerKinds kinds, Cases cases, WorkCalendar calendar, Clock clock, ObjectProvider<CaseIntake> intakes) {
        return new CaseDesk(
                kinds, cases, calendar, clock, () -> intakes.orderedStream().toList());
    }
}
