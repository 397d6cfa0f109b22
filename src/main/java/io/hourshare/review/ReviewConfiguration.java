package io.hourshare.review;

import io.hourshare.engine.Engine;
import io.hourshare.resolve.Rulings;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.Ledger;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Queue and desk as beans. */
@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {

    @Bean
    ReviewQueue reviewQueue(Engine engine, Ledger ledger, DataRoot root) {
        return new ReviewQueue(engine, ledger, root);
    }

    @Bean
    ReviewDesk reviewDesk(ReviewQueue queue, Rulings rulings, Journal journal, Clock clock) {
        return new ReviewDesk(queue, rulings, journal, clock);
    }
}
