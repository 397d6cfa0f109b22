package io.hourshare.serve.profile;

import io.hourshare.contract.Catalogue;
import io.hourshare.serve.snapshot.ServedSnapshots;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Looks enterprises up, with the past where it is kept. */
@Configuration(proxyBeanMethods = false)
class ProfileConfiguration {

    @Bean
    Profiles profiles(
            ServedSnapshots snapshots, JsonMapper json, Catalogue catalogue, ObjectProvider<PastDocuments> past) {
        return new Profiles(
                snapshots,
                new ProfileDocument(json),
                new Withholding(catalogue),
                () -> past.stream().findFirst());
    }

    @Bean
    CodeCheck codeCheck(Profiles profiles) {
        return new CodeCheck(profiles);
    }
}
