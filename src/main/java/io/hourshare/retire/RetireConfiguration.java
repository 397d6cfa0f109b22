package io.hourshare.retire;

import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.Ledger;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetireSettings.class)
class RetireConfiguration {

    @Bean
    Retirement retirement(DataRoot root, Journal journal, Ledger ledger, RetireSettings settings, Clock clock) {
        return new Retirement(root, journal, ledger, settings, clock);
    }
}
