package io.hourshare.operate.command;

import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the application.
 *
 * @param application its main class
 * @param arguments everything behind the command's word
 */
public record Launch(Class<?> application, String... arguments) {

    /** Starts the web application; it lives on after this returns. */
    ConfigurableApplicationContext server(
            Map<String, Object> properties, ApplicationContextInitializer<ConfigurableApplicationContext> prepare) {
        return new SpringApplicationBuilder(application)
                .properties(properties)
                .initializers(prepare)
                .run(arguments);
    }

    /** Starts everything but the web and the schedule, for one command. */
    ConfigurableApplicationContext alone(Map<String, Object> properties, String... words) {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .properties(properties)
                .properties(
                        "hourshare.operate.automatic=false", "spring.main.banner-mode=off", "logging.level.root=warn")
                .run(words);
    }
}
