package io.hourshare.operate;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.land.LandSettings;
import io.hourshare.land.Landing;
import io.hourshare.land.Retention;
import io.hourshare.normalize.ReturnedRecords;
import io.hourshare.operate.retention.RetentionDesk;
import io.hourshare.operate.run.OperatorRuns;
import io.hourshare.operate.run.Runs;
import io.hourshare.operate.slot.DueSlots;
import io.hourshare.operate.slot.OperateSettings;
import io.hourshare.operate.slot.SlotPool;
import io.hourshare.quality.QualityResults;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.Ledger;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.util.unit.DataSize;

/** What the console's pages ask of operate, from the ledger alone: nothing is pulled or published in their tests. */
@Import(DeskConfiguration.class)
public class OperateBeans {

    @Bean
    QualityResults qualityResults(Catalogue catalogue, Ledger ledger) {
        return new QualityResults(catalogue, ledger);
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
    OperateSettings operateSettings() {
        return new OperateSettings(
                Duration.ZERO, 1, Duration.ofMinutes(20), Duration.ofMinutes(5), Duration.ofMinutes(15), false);
    }

    @Bean
    RetentionDesk retentionDesk(Catalogue catalogue, DataRoot root, Journal journal, Ledger ledger, Clock clock) {
        LandSettings settings = new LandSettings(DataSize.ofMegabytes(1), DataSize.ofMegabytes(1));
        Landing landing = new Landing(root, journal, ledger, settings);
        return new RetentionDesk(new Retention(root, journal, ledger, landing, catalogue, clock), catalogue, root);
    }
}
