package io.hourshare.operate.command.start;

import io.hourshare.operate.command.desk.Launch;
import io.hourshare.operate.command.desk.LocalServer;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.hour.HourClock;
import io.hourshare.sandbox.SandboxGuard;
import io.hourshare.sandbox.SandboxSettings;
import io.hourshare.sandbox.SandboxTown;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine.Command;

/** Starts the sandbox town, then the application beside it. */
@Command(name = "demo", description = "启动演示沙箱（全部为虚构数据）并跑完整的一小时")
public final class DemoCommand implements Callable<Integer>, Launching {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCommand.class);
    private static final String SOURCES = "hourshare.sources";

    private final Launch launch;

    DemoCommand(Launch launch) {
        this.launch = launch;
    }

    @Override
    public Integer call() {
        LoggingSystem.get(DemoCommand.class.getClassLoader()).beforeInitialize();
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(launch.arguments()));
        SandboxGuard.refuseBesideRealSources(sources(environment).keySet());
        Path home = Path.of(environment.getProperty("hourshare.home", "./data"));
        SandboxTown town = SandboxTown.start(
                SandboxSettings.from(environment::getProperty, home.resolve("sandbox")), HourClock.of(environment));
        String key = environment.getProperty("hourshare.sandbox.api-key", LocalServer.randomKey());
        LocalServer.starting().run(local -> {
            Map<String, Object> properties = new HashMap<>(local);
            properties.putAll(town.sources());
            properties.put("hourshare.sandbox.api-key", key);
            properties.put("logging.threshold.console", "warn");
            properties.put("logging.file.name", home.resolve("hourshare.log").toString());
            return launch.server(properties, context -> beside(town, context, key));
        });
        return ExitCode.OK;
    }

    private static void beside(SandboxTown town, ConfigurableApplicationContext context, String key) {
        SandboxGuard.refuseOthers(sources(context.getEnvironment()), town.sources());
        ScheduledExecutorService life = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sandbox-life");
            thread.setDaemon(true);
            return thread;
        });
        life.scheduleWithFixedDelay(() -> advance(town), 20, 20, TimeUnit.SECONDS);
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) closed -> {
            life.shutdownNow();
            town.close();
        });
        context.addApplicationListener(new ConsoleNewsOnStart(key));
    }

    /** A hiccup of the town must not end its life: a scheduled task that throws is never run again. */
    private static void advance(SandboxTown town) {
        try {
            town.advance();
        } catch (RuntimeException e) {
            LOG.warn("演示城镇本轮未能更新，二十秒后再试：{}", e.getMessage());
        }
    }

    /** Every configured source property under its full name. */
    private static Map<String, String> sources(ConfigurableEnvironment environment) {
        Map<String, String> named = new TreeMap<>();
        Binder.get(environment)
                .bind(SOURCES, Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())
                .forEach((name, value) -> named.put(SOURCES + "." + name, value));
        return named;
    }
}
