package io.hourshare.resolve;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.Ledger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stage as a bean. */
@Configuration(proxyBeanMethods = false)
class ResolveConfiguration {

    @Bean
    Rulings rulings(Journal journal) {
        return new Rulings(journal);
    }

    @Bean
    Resolver resolver(
            Catalogue catalogue, DataRoot root, Journal journal, Ledger ledger, Engine engine, Rulings rulings) {
        return new Resolver(catalogue, root, journal, ledger, engine, rulings);
    }
}
