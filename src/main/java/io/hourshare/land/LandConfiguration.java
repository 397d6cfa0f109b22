package io.hourshare.land;

import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.Ledger;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The landing as a bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LandSettings.class)
class LandConfiguration {

    @Bean
    LandedFiles landedFiles(DataRoot root) {
        return new LandedFiles(root.path());
    }

    @Bean
    Landing landing(DataRoot root, Journal journal, Ledger ledger, LandSettings settings) {
        return new Landing(root, journal, ledger, settings);
    }
}
