package io.hourshare.quality;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.Ledger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules' run and their results as beans. */
@Configuration(proxyBeanMethods = false)
class QualityConfiguration {

    @Bean
    QualityCheck qualityCheck(Catalogue catalogue, DataRoot root, Engine engine, Journal journal, Ledger ledger) {
        return new QualityCheck(catalogue, root, engine, journal, ledger);
    }

    @Bean
    QualityResults qualityResults(Catalogue catalogue, Ledger ledger) {
        return new QualityResults(catalogue, ledger);
    }
}
