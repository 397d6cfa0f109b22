package io.hourshare.land;

import io.hourshare.contract.Catalogue;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.Ledger;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The landing, the way to what landed and its end as beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LandSettings.class, KeySettings.class})
class LandConfiguration {

    @Bean
    Sealing sealing(DataRoot root, Catalogue catalogue, KeySettings keys, Clock clock) {
        return Sealing.by(catalogue, keys.of(root.path()), clock);
    }

    @Bean
    LandedFiles landedFiles(DataRoot root, Ledger ledger, Sealing sealing) {
        return sealing.reading(root.path(), ledger.destroyed());
    }

    @Bean
    Landing landing(DataRoot root, Journal journal, Ledger ledger, LandSettings settings, Sealing sealing) {
        return new Landing(root, journal, ledger, settings, sealing);
    }

    @Bean
    Retention retention(
            DataRoot root, Journal journal, Ledger ledger, Landing landing, Catalogue catalogue, Clock clock) {
        return new Retention(root, journal, ledger, landing, catalogue, clock);
    }
}
