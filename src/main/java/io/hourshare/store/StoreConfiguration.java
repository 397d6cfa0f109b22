package io.hourshare.store;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The data root, its journal and the journal's fold as beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {

    @Bean
    DataRoot dataRoot(StoreSettings settings) {
        return DataRoot.open(settings.home());
    }

    @Bean
    Journal journal(DataRoot root, Clock clock) {
        return Journal.open(root, clock);
    }

    @Bean
    Ledger ledger(Journal journal) {
        return new Ledger(journal);
    }
}
