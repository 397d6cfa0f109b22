package io.hourshare.contract;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The catalogue as a bean; a broken feed is reported and left out, the others load. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogueSettings.class)
class CatalogueConfiguration {

    @Bean
    KnownNames knownNames(Catalogue catalogue) {
        return new KnownNames(catalogue);
    }

    private static final Logger log = LoggerFactory.getLogger(CatalogueConfiguration.class);

    @Bean
    CatalogueSource catalogueSource(CatalogueSettings settings) {
        return settings.source();
    }

    @Bean
    CatalogueReading catalogueReading(CatalogueSource source) {
        CatalogueReading reading = CatalogueReader.read(source);
        reading.problems().forEach(problem -> log.warn("{}", problem));
        log.info(
                "Catalogue read: {} feeds, {} entities, {} code lists, {} problems",
                reading.catalogue().feeds().size(),
                reading.catalogue().entities().size(),
                reading.catalogue().codeLists().size(),
                reading.problems().size());
        return reading;
    }

    @Bean
    Catalogue catalogue(CatalogueReading reading) {
        return reading.catalogue();
    }
}
