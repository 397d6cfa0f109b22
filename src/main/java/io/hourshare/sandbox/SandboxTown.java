package io.hourshare.sandbox;

import io.hourshare.sandbox.ExchangeDatabase.View;
import io.hourshare.sandbox.source.RegistrationFeed;
import io.hourshare.sandbox.source.TaxRegistrationFeed;
import io.hourshare.sandbox.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A town of simulated departments that answer over the protocols of real ones. All of it is invented. What they answer
 * is a function of the seed and of the last full hour on the clock; {@link #advance()} brings files and databases up to
 * it.
 */
public final class SandboxTown implements AutoCloseable {

    public static final List<String> DEPARTMENTS =
            List.of("market-regulation", "tax", "natural-resources", "housing", "industry-it", "credit", "park");

    private final Clock clock;
    private final ExchangeDatabase market;
    private final Map<String, Gate> gates = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private @Nullable Instant published;

    private SandboxTown(SandboxSettings settings, Clock clock) {
        this.clock = clock;
        World world = new World(settings.seed(), settings.enterprises(), settings.park());
        this.market = ExchangeDatabase.start(
                "qzk",
                settings.folder(),
                settings.enterprises(),
                List.of(
                        new View(new RegistrationFeed(world, settings.dirt()), "E_BASEINFO", "S_EXT_TIMESTAMP"),
                        new View(new TaxRegistrationFeed(world, settings.dirt()), "V_DJ_NSRXX", "XGRQ")));
        open("market-regulation", market, settings);
        open("tax", market, settings);
    }

    /** Starts the town and publishes the last full hour. */
    public static SandboxTown start(SandboxSettings settings, Clock clock) {
        mark(settings.folder());
        SandboxTown town = new SandboxTown(settings, clock);
        town.advance();
        return town;
    }

    /** Properties {@code hourshare.sources.<department>.<word>} that lead to the town's systems. */
    public Map<String, String> sources() {
        return Map.copyOf(sources);
    }

    /** Publishes what has happened until the last full hour; to be called about once a minute. */
    public synchronized void advance() {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (published == null || hour.isAfter(published)) {
            market.write(published, hour);
            published = hour;
        }
    }

    @Override
    public void close() {
        gates.values().forEach(SandboxTown::shut);
        market.close();
    }

    private void open(String department, ExchangeDatabase database, SandboxSettings settings) {
        Trouble trouble = settings.troubles().getOrDefault(department, Trouble.NONE);
        Gate gate = Gate.before(department, database.port(), trouble);
        gates.put(department + ".jdbc", gate);
        String prefix = "hourshare.sources." + department + ".";
        sources.put(prefix + "jdbc-url", database.url(gate.port()));
        sources.put(prefix + "jdbc-user", ExchangeDatabase.USER);
        sources.put(prefix + "jdbc-password", ExchangeDatabase.PASSWORD);
    }

    private static void shut(Gate gate) {
        try {
            gate.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void mark(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("sandbox.txt"), "演示数据：本目录由演示城镇生成，企业、人员和数值均为虚构，可随时删除。\n");
        } catch (IOException e) {
            throw new UncheckedIOException("演示城镇无法写入目录 " + folder, e);
        }
    }
}
