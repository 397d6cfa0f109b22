package io.hourshare.store;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** The data root, its journal and the journal's fold as beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {

    @Bean
    DataRoot dataRoot(StoreSettings settings) {
        return DataRoot.open(settings.home());
    }

    /** Found before anything is written: the journal asks for it. */
    @Bean
    Leftovers leftovers(DataRoot root, Clock clock) {
        Leftovers leftovers = Leftovers.of(root);
        leftovers.sweep(clock.instant());
        return leftovers;
    }

    @Bean
    @DependsOn("leftovers")
    Journal journal(DataRoot root, Clock clock) {
        return new JournalOpening(root, clock).open();
    }

    @Bean
    Ledger ledger(Journal journal) {
        return new Ledger(journal);
    }
}
