package io.hourshare.history;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.serve.snapshot.ShownRecords;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {

    @Bean
    ChangeBatches changeBatches(Journal journal) {
        return new ChangeBatches(journal);
    }

    @Bean
    ChangeRecorder changeRecorder(DataRoot root, Engine engine, Journal journal) {
        return new ChangeRecorder(new ChangeFile(root, engine), journal);
    }

    @Bean
    ChangeKeeping changeKeeping(ChangeBatches batches, DataRoot root, Engine engine, Journal journal, Clock clock) {
        return new ChangeKeeping(batches, root, engine, journal, clock);
    }

    @Bean
    ChangeFeed changeFeed(ChangeBatches batches, ChangeRows rows) {
        return new ChangeFeed(batches, rows);
    }

    @Bean
    ChangeRows changeRows(DataRoot root, Engine engine) {
        return new ChangeRows(root, engine);
    }

    @Bean
    Telling telling(Catalogue catalogue, ShownRecords shown) {
        return new Telling(catalogue, shown::among, shown::enterprises);
    }

    @Bean
    EnterpriseHistory enterpriseHistory(ChangeBatches batches, ChangeRows rows, ChangeFeed feed, Telling telling) {
        return new EnterpriseHistory(batches, rows, feed, telling);
    }
}
