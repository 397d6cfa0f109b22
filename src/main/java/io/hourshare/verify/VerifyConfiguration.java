package io.hourshare.verify;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.verify.evidence.EvidenceExport;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Verification of the data root that this process holds. */
@Configuration(proxyBeanMethods = false)
class VerifyConfiguration {

    @Bean
    Verification verification(DataRoot root, Catalogue catalogue, Engine engine, Clock clock, Environment environment) {
        return new Verification(
                root.path(),
                new Sources(
                        catalogue,
                        file(environment, "hourshare.normalize.token-key"),
                        file(environment, "hourshare.land.keys"),
                        file(environment, "hourshare.evidence.anchor")),
                engine,
                clock);
    }

    @Bean
    VerificationRuns verificationRuns(Verification verification) {
        return new VerificationRuns(verification);
    }

    /** Made before anything is published, as all beans are. */
    @Bean
    HourSeals hourSeals(DataRoot root, Journal journal, Clock clock, Environment environment) {
        Path anchor = file(environment, "hourshare.evidence.anchor");
        HourSeals seals = new HourSeals(journal, clock, anchor == null ? root.resolve(Sources.ANCHOR) : anchor);
        seals.missWhatWasLost();
        return seals;
    }

    @Bean
    EvidenceExport evidenceExport(DataRoot root, Catalogue catalogue, Engine engine) {
        return new EvidenceExport(root.path(), catalogue, engine);
    }

    private static @Nullable Path file(Environment environment, String property) {
        String file = environment.getProperty(property, "");
        return file.isBlank() ? null : Path.of(file);
    }
}
