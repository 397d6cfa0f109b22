package io.hourshare.operate;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.land.LandSettings;
import io.hourshare.land.Landing;
import io.hourshare.land.Retention;
import io.hourshare.normalize.RecordReplay;
import io.hourshare.normalize.ReturnedRecords;
import io.hourshare.normalize.kept.UsedMappings;
import io.hourshare.operate.balance.Balance;
import io.hourshare.operate.decision.Holds;
import io.hourshare.operate.decision.Pauses;
import io.hourshare.operate.decision.Waivers;
import io.hourshare.operate.freshness.Freshness;
import io.hourshare.operate.replay.QuarantineReplay;
import io.hourshare.operate.retention.RetentionDesk;
import io.hourshare.operate.run.OperatorRuns;
import io.hourshare.operate.run.Runs;
import io.hourshare.operate.slot.DueSlots;
import io.hourshare.operate.slot.OperateSettings;
import io.hourshare.operate.slot.SlotPool;
import io.hourshare.operate.snapshot.OperatorSnapshots;
import io.hourshare.publish.Snapshots;
import io.hourshare.quality.QualityResults;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.Ledger;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.util.unit.DataSize;

/** What the console's pages ask of operate, from the ledger alone: nothing is pulled or published in their tests. */
public class OperateBeans {

    @Bean
    Pauses pauses(Catalogue catalogue, Journal journal, Clock clock) {
        return new Pauses(catalogue, journal, clock);
    }

    @Bean
    QualityResults qualityResults(Catalogue catalogue, Ledger ledger) {
        return new QualityResults(catalogue, ledger);
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
    Holds holds(Catalogue catalogue, Ledger ledger, Journal journal) {
        return new Holds(catalogue, ledger, journal);
    }

    @Bean
    Waivers waivers(Catalogue catalogue, Ledger ledger, Journal journal, DueSlots dueSlots, Clock clock) {
        return new Waivers(catalogue, ledger, journal, dueSlots, clock);
    }

    @Bean
    DueSlots dueSlots(Catalogue catalogue, Ledger ledger, Pauses pauses) {
        OperateSettings settings = new OperateSettings(
                Duration.ZERO, 1, Duration.ofMinutes(20), Duration.ofMinutes(5), Duration.ofMinutes(15), false);
        return new DueSlots(catalogue, ledger, settings, pauses::paused);
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
    OperatorRuns operatorRuns(
            Catalogue catalogue,
            DataRoot root,
            Engine engine,
            Ledger ledger,
            Runs runs,
            DueSlots dueSlots,
            Clock clock) {
        SlotPool pool = new SlotPool((slot, approach, trigger, steps) -> true, 1);
        return new OperatorRuns(
                catalogue,
                ledger,
                runs,
                pool,
                (run, steps) -> {},
                dueSlots,
                new ReturnedRecords(engine, root::resolve),
                clock);
    }

    @Bean
    RetentionDesk retentionDesk(Catalogue catalogue, DataRoot root, Journal journal, Ledger ledger, Clock clock) {
        LandSettings settings = new LandSettings(DataSize.ofMegabytes(1), DataSize.ofMegabytes(1));
        Landing landing = new Landing(root, journal, ledger, settings);
        return new RetentionDesk(new Retention(root, journal, ledger, landing, catalogue, clock), catalogue, root);
    }

    @Bean
    OperatorSnapshots operatorSnapshots(Snapshots snapshots, Ledger ledger) {
        return new OperatorSnapshots(snapshots, ledger);
    }
}
