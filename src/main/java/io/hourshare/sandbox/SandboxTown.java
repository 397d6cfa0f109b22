package io.hourshare.sandbox;

import io.hourshare.sandbox.source.SourceFeed;
import io.hourshare.sandbox.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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
    private final Feeds feeds;
    private final Systems systems;
    private final Doors doors;
    private @Nullable Instant published;

    private SandboxTown(Clock clock, Feeds feeds, Systems systems, Doors doors) {
        this.clock = clock;
        this.feeds = feeds;
        this.systems = systems;
        this.doors = doors;
    }

    /** Starts the town and publishes the last full hour. */
    public static SandboxTown start(SandboxSettings settings, Clock clock) {
        return start(settings, clock, clock);
    }

    /**
     * As {@link #start(SandboxSettings, Clock)}, with callers judged by a clock of their own: while the town's stands
     * still nothing happens in it, and its systems go on answering.
     */
    public static SandboxTown start(SandboxSettings settings, Clock clock, Clock gate) {
        clear(settings.folder());
        World world = new World(settings.seed(), settings.enterprises(), settings.park());
        Feeds feeds = Feeds.of(world, settings.dirt());
        Systems systems = Systems.start(settings, feeds, clock, gate);
        SandboxTown town = new SandboxTown(clock, feeds, systems, Doors.open(settings, feeds, systems));
        try {
            town.advance();
            return town;
        } catch (RuntimeException e) {
            town.close();
            throw e;
        }
    }

    /** Properties {@code hourshare.sources.<department>.<word>} that lead to the town's systems. */
    public Map<String, String> sources() {
        return doors.properties();
    }

    /** Publishes what has happened until the last full hour; to be called about once a minute. */
    public synchronized void advance() {
        Instant hour = hour();
        if (published == null || hour.isAfter(published)) {
            Instant since = published;
            CompletableFuture<Void> database =
                    CompletableFuture.runAsync(() -> systems.database().write(since, hour));
            doors.write(hour);
            database.join();
            published = hour;
        }
    }

    /** Switches a department off, slows it, breaks or mends it; felt at once by those connected. */
    public synchronized void trouble(String department, Trouble trouble) {
        doors.suffer(department, trouble);
        doors.write(hour());
    }

    /** What is true of the records that a feed's source holds now, in the source's order. */
    public Stream<TrueRecord> truth(String feed) {
        return truth(feed, hour());
    }

    /** What was true at an hour; lists that come as files are as of the file's time. */
    public Stream<TrueRecord> truth(String feed, Instant asOf) {
        SourceFeed source = feeds.all().stream()
                .filter(one -> one.id().equals(feed))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("演示城镇没有数据源 " + feed));
        return source.records(asOf).map(record -> TrueRecord.of(feed, record));
    }

    @Override
    public void close() {
        try (systems) {
            doors.close();
        } catch (IOException e) {
            throw new UncheckedIOException("演示城镇未能正常关闭", e);
        }
    }

    private Instant hour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }

    /** Empties a folder that is the town's own, and marks it as that. */
    private static void clear(Path folder) {
        Path mark = folder.resolve("sandbox.txt");
        try {
            Files.createDirectories(folder);
            if (Files.exists(mark)) {
                remove(folder);
            } else if (isUsed(folder)) {
                throw new IllegalStateException("目录 " + folder + " 不是演示城镇的目录且不为空，请换一个空目录。");
            }
            Files.writeString(mark, "演示数据：本目录由演示城镇生成，企业、人员和数值均为虚构，可随时删除。\n");
        } catch (IOException e) {
            throw new UncheckedIOException("演示城镇无法写入目录 " + folder, e);
        }
    }

    private static boolean isUsed(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isPresent();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
    }
}
