package io.hourshare.normalize;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.engine.Engine;
import io.hourshare.land.LandedFiles;
import io.hourshare.normalize.kept.KeptCatalogues;
import io.hourshare.normalize.kept.UsedMappings;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.Ledger;
import java.time.Clock;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Normalization and its batch steps as beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NormalizeSettings.class)
class NormalizeConfiguration {

    @Bean
    KeptCatalogues keptCatalogues(DataRoot root, Journal journal, CatalogueSource source, Catalogue catalogue) {
        return new KeptCatalogues(root, journal, source, catalogue);
    }

    @Bean
    UsedMappings usedMappings(DataRoot root, Journal journal, Catalogue catalogue) {
        return new UsedMappings(root.path(), journal, catalogue);
    }

    @Bean
    Normalization normalization(
            Catalogue catalogue,
            KeptCatalogues kept,
            DataRoot root,
            LandedFiles landed,
            Journal journal,
            Ledger ledger,
            Engine engine,
            NormalizeSettings settings,
            Clock clock) {
        return new Normalization(
                catalogue, root, landed, journal, ledger, engine, settings.tokens(root.path()), clock, kept::keep);
    }

    @Bean
    RecordReplay recordReplay(
            DataRoot root, LandedFiles landed, Engine engine, Journal journal, NormalizeSettings settings) {
        return new RecordReplay(landed, engine, journal, settings.tokens(root.path()));
    }

    @Bean
    NormalizeSteps normalizeSteps(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Normalization normalization,
            Clock clock) {
        return new NormalizeSteps(repository, transactions, normalization, clock);
    }

    @Bean
    SourceRecords sourceRecords(Catalogue catalogue, LandedFiles landed, Engine engine) {
        return new SourceRecords(catalogue, landed, engine);
    }

    @Bean
    ChangeTrial changeTrial(
            Catalogue catalogue, DataRoot root, Ledger ledger, Engine engine, NormalizeSettings settings) {
        return new ChangeTrial(catalogue, root, ledger, engine, settings.tokens(root.path()));
    }
}
