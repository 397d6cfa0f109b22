package io.hourshare.normalize;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.Ledger;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Normalization as a bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NormalizeSettings.class)
class NormalizeConfiguration {

    @Bean
    Normalization normalization(
            Catalogue catalogue,
            DataRoot root,
            Journal journal,
            Ledger ledger,
            Engine engine,
            NormalizeSettings settings,
            Clock clock) {
        return new Normalization(catalogue, root, journal, ledger, engine, settings.tokens(root.path()), clock);
    }
}
