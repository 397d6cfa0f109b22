package io.hourshare.pull;

import io.hourshare.contract.Catalogue;
import io.hourshare.land.Landing;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.CamelContext;
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
            Environment environment,
            Clock clock) {
        RouteFiles files = new RouteFiles(Optional.ofNullable(environment.getProperty("hourshare.catalogue"))
                .map(Path::of));
        Routes routes = new Routes(camel, catalogue.templates(), files, settings, environment::getProperty);
        RouteSteps.bind(camel.getRegistry(), settings, landing);
        return new Puller(camel, routes, landing, settings, clock);
    }
}
