package io.hourshare.upload;

import io.hourshare.contract.Catalogue;
import io.hourshare.land.LandedFiles;
import io.hourshare.land.Landing;
import io.hourshare.normalize.ChangeTrial;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.Ledger;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desk as a bean. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    @Bean
    UploadDesk uploadDesk(
            Catalogue catalogue,
            DataRoot root,
            LandedFiles files,
            Landing landing,
            Ledger ledger,
            Journal journal,
            ChangeTrial trial,
            Clock clock) {
        return new UploadDesk(catalogue, root, files, landing, ledger, journal, trial, clock);
    }
}
