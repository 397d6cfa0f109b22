package io.hourshare.operate.command.desk;

import java.util.ArrayList;
import java.util.List;
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
    public ConfigurableApplicationContext server(
            Map<String, Object> properties, ApplicationContextInitializer<ConfigurableApplicationContext> prepare) {
        return new SpringApplicationBuilder(application)
                .properties(properties)
                .initializers(prepare)
                .run(arguments);
    }

    /** Starts everything but the web and the schedule, for one command; what it prints is the command's answer alone. */
    public ConfigurableApplicationContext alone(Map<String, Object> properties, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--logging.level.io.hourshare=warn");
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(properties)
                .properties("hourshare.operate.automatic=false", "spring.main.banner-mode=off")
                .run(all.toArray(String[]::new));
    }
}
