package io.hourshare.store;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The data root, its journal and the journal's fold as beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {

    /** Temporary files younger than this may still tell somebody what happened. */
    private static final Duration LEFT_ALONE = Duration.ofHours(1);

    @Bean
    DataRoot dataRoot(StoreSettings settings, Clock clock) {
        DataRoot root = DataRoot.open(settings.home());
        Leftovers.sweep(root, clock.instant().minus(LEFT_ALONE));
        return root;
    }

    @Bean
    Journal journal(DataRoot root, Clock clock) {
        return new JournalOpening(root, clock).open();
    }

    @Bean
    Ledger ledger(Journal journal) {
        return new Ledger(journal);
    }
}
