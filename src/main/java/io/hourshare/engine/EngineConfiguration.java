package io.hourshare.engine;

import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The engine as a bean; what it spills lies under the data root, apart from all results. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
class EngineConfiguration {

    @Bean
    Engine engine(EngineSettings settings, Environment environment) {
        Path home = Path.of(environment.getProperty("hourshare.home", "./data"));
        return new Engine(settings, home.toAbsolutePath().normalize().resolve("spill"));
    }
}
