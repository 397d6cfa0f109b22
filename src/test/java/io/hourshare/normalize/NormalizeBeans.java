package io.hourshare.normalize;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.land.LandedFiles;
import io.hourshare.normalize.convert.Tokens;
import io.hourshare.normalize.kept.UsedMappings;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.Ledger;
import java.time.Clock;
import org.springframework.context.annotation.Bean;

/** Normalization without its batch steps, for tests that want held back records. */
public class NormalizeBeans {

    @Bean
    Normalization normalization(
            Catalogue catalogue, DataRoot root, Journal journal, Ledger ledger, Engine engine, Clock clock) {
        return new Normalization(
                catalogue,
                root,
                LandedFiles.of(root.path()),
                journal,
                ledger,
                engine,
                new Tokens(new byte[32]),
                clock,
                () -> {});
    }

    @Bean
    SourceRecords sourceRecords(Catalogue catalogue, DataRoot root, Engine engine) {
        return new SourceRecords(catalogue, LandedFiles.of(root.path()), engine);
    }

    @Bean
    UsedMappings usedMappings(DataRoot root, Journal journal, Catalogue catalogue) {
        return new UsedMappings(root.path(), journal, catalogue);
    }

    @Bean
    RecordReplay recordReplay(DataRoot root, Engine engine, Journal journal) {
        return new RecordReplay(LandedFiles.of(root.path()), engine, journal, new Tokens(new byte[32]));
    }

    @Bean
    ChangeTrial changeTrial(Catalogue catalogue, DataRoot root, Ledger ledger, Engine engine) {
        return new ChangeTrial(catalogue, root, ledger, engine, new Tokens(new byte[32]));
    }
}
