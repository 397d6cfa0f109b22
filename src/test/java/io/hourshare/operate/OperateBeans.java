package io.hourshare.operate;

import io.hourshare.contract.Catalogue;
import io.hourshare.operate.balance.Balance;
import io.hourshare.operate.freshness.Freshness;
import io.hourshare.operate.run.OperatorRuns;
import io.hourshare.operate.run.Runs;
import io.hourshare.operate.slot.DueSlots;
import io.hourshare.operate.slot.OperateSettings;
import io.hourshare.store.Journal;
import io.hourshare.store.Ledger;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;

/** What the console's pages ask of operate, from the ledger alone: nothing is pulled or published in their tests. */
public class OperateBeans {

    @Bean
    DueSlots dueSlots(Catalogue catalogue, Ledger ledger) {
        OperateSettings settings = new OperateSettings(
                Duration.ZERO, 1, Duration.ofMinutes(20), Duration.ofMinutes(5), Duration.ofMinutes(15), false);
        return new DueSlots(catalogue, ledger, settings);
    }

    @Bean
    Freshness freshness(Catalogue catalogue, Ledger ledger, DueSlots dueSlots, Clock clock) {
        return new Freshness(catalogue, ledger, dueSlots, clock);
    }

    @Bean
    Balance balance(Catalogue catalogue, Ledger ledger) {
        return new Balance(catalogue, ledger);
    }

    @Bean
    Runs runs(Journal journal) {
        return new Runs(journal);
    }

    @Bean
    OperatorRuns operatorRuns(Catalogue catalogue, Ledger ledger, Runs runs, DueSlots dueSlots, Clock clock) {
        return new OperatorRuns(catalogue, ledger, runs, null, null, dueSlots, clock);
    }
}
