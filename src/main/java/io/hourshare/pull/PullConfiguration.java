package io.hourshare.pull;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.land.Landing;
import io.hourshare.pull.folder.HostKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The puller as a bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PullSettings.class)
class PullConfiguration {

    @Bean
    Puller puller(
            CamelContext camel,
            Catalogue catalogue,
            Landing landing,
            PullSettings settings,
            ObjectProvider<Roster> roster,
            Environment environment,
            Clock clock) {
        String folder = environment.getProperty("hourshare.catalogue");
        CatalogueSource source =
                folder == null ? CatalogueSource.embedded() : CatalogueSource.directory(Path.of(folder));
        Routes routes = new Routes(
                camel,
                catalogue.templates(),
                source.texts(),
                settings,
                landing,
                new FileProperties(environment::getProperty),
                new HostKeys(knownHosts(environment), settings.connectTimeout()));
        RouteSteps.bind(
                camel.getRegistry(),
                settings,
                landing,
                () -> roster.getIfAvailable(() -> List::of).codes());
        return new Puller(camel, routes, landing, settings, clock);
    }

    /** Beside the data root, not in it: a copy of the data must not carry the trust along. */
    private static Path knownHosts(Environment environment) {
        Path home = Path.of(environment.getProperty("hourshare.home", "./data"))
                .toAbsolutePath()
                .normalize();
        String given = environment.getProperty("hourshare.pull.known-hosts", "");
        return given.isEmpty()
                ? home.resolveSibling(home.getFileName() + "-keys").resolve("known_hosts")
                : Path.of(given);
    }
}
