package io.hourshare.correct;

import io.hourshare.contract.Catalogue;
import io.hourshare.evidence.PublishedClaims;
import io.hourshare.ledger.CaseDesk;
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
    CorrectionClosing correctionClosing(CaseDesk desk, PublishedClaims claims) {
        return new CorrectionClosing(desk, claims);
    }

    @Bean
    CorrectionSheets correctionSheets(Catalogue catalogue) {
        return new CorrectionSheets(catalogue);
    }
}
