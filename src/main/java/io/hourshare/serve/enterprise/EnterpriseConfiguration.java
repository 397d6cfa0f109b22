package io.hourshare.serve.enterprise;

import io.hourshare.ledger.CaseDesk;
import io.hourshare.serve.snapshot.ServedSnapshots;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a list of enterprises and a profile are answered with. */
@Configuration(proxyBeanMethods = false)
class EnterpriseConfiguration {

    @Bean
    Search search(ServedSnapshots snapshots) {
        return new Search(snapshots);
    }

    @Bean
    Disputes disputes(CaseDesk desk) {
        return new Disputes(desk);
    }
}
