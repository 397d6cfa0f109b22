package io.hourshare.merge;

import io.hourshare.ledger.Cases;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MergeConfiguration {

    @Bean
    DecidedValues decidedValues(Cases cases, Clock clock) {
        return new DecidedValues(cases, clock);
    }
}
