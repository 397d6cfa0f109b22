package io.hourshare.correct;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.evidence.PublishedClaims;
import io.hourshare.ledger.CaseDesk;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Ledger;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CorrectConfiguration {

    @Bean
    CorrectionIntake correctionIntake(Catalogue catalogue, PublishedClaims claims) {
        return new CorrectionIntake(catalogue, claims);
    }

    @Bean
    OverrideIntake overrideIntake(Catalogue catalogue, PublishedClaims claims, Clock clock) {
        return new OverrideIntake(catalogue, claims, clock);
    }

    @Bean
    CorrectionClosing correctionClosing(
            CaseDesk desk, PublishedClaims claims, DataRoot root, Engine engine, Ledger ledger) {
        return new CorrectionClosing(desk, claims, new CurrentRecord(root, engine, ledger));
    }

    @Bean
    CorrectionSheets correctionSheets(Catalogue catalogue) {
        return new CorrectionSheets(catalogue);
    }
}
