package io.hourshare.operate;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.normalize.RecordReplay;
import io.hourshare.normalize.kept.UsedMappings;
import io.hourshare.operate.balance.Balance;
import io.hourshare.operate.decision.Holds;
import io.hourshare.operate.decision.Pauses;
import io.hourshare.operate.decision.Waivers;
import io.hourshare.operate.freshness.Freshness;
import io.hourshare.operate.replay.QuarantineReplay;
import io.hourshare.operate.run.OperatorRuns;
import io.hourshare.operate.run.Runs;
import io.hourshare.operate.slot.DueSlots;
import io.hourshare.operate.slot.OperateSettings;
import io.hourshare.operate.snapshot.OperatorSnapshots;
import io.hourshare.publish.Snapshots;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.Ledger;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What operators see and decide, from the ledger alone: it needs no source, no job and no hour at work. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

    @Bean
    Pauses pauses(Catalogue catalogue, Journal journal, Clock clock) {
        return new Pauses(catalogue, journal, clock);
    }

    @Bean
    DueSlots dueSlots(Catalogue catalogue, Ledger ledger, OperateSettings settings, Pauses pauses) {
        return new DueSlots(catalogue, ledger, settings, pauses::paused);
    }

    @Bean
    Holds holds(Catalogue catalogue, Ledger ledger, Journal journal) {
        return new Holds(catalogue, ledger, journal);
    }

    @Bean
    Waivers waivers(Catalogue catalogue, Ledger ledger, Journal journal, DueSlots dueSlots, Clock clock) {
        return new Waivers(catalogue, ledger, journal, dueSlots, clock);
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
    Runs runs(Journal journal, Ledger ledger, Clock clock) {
        return new Runs(journal, ledger, clock);
    }

    @Bean
    QuarantineReplay quarantineReplay(
            DataRoot root,
            Ledger ledger,
            Engine engine,
            RecordReplay records,
            UsedMappings mappings,
            OperatorRuns runs) {
        return new QuarantineReplay(root, ledger, engine, records, mappings, runs);
    }

    @Bean
    OperatorSnapshots operatorSnapshots(Snapshots snapshots, Ledger ledger) {
        return new OperatorSnapshots(snapshots, ledger);
    }
}
