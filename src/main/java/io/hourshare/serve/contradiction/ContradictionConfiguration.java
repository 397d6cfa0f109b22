package io.hourshare.serve.contradiction;

import io.hourshare.contract.Catalogue;
import io.hourshare.serve.snapshot.ServedSnapshots;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Asks the served snapshot for its contradictions. */
@Configuration(proxyBeanMethods = false)
class ContradictionConfiguration {

    @Bean
    Contradictions contradictions(ServedSnapshots snapshots, Catalogue catalogue) {
        return new Contradictions(snapshots, catalogue);
    }
}
