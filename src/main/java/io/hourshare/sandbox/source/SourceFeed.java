package io.hourshare.sandbox.source;

import io.hourshare.sandbox.world.Dice;
import io.hourshare.sandbox.world.Enterprise;
import io.hourshare.sandbox.world.World;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What one department's system holds for one feed, derived enterprise by enterprise. */
public abstract class SourceFeed {

    private final String id;
    private final List<String> columns;
    private final World world;
    private final Dirt dirt;

    SourceFeed(String id, String columns, World world, Dirt dirt) {
        this.id = id;
        this.columns = Arrays.asList(columns.split(",", -1));
        this.world = world;
        this.dirt = dirt;
    }

    /** Name of the feed, {@code department.feed}. */
    public final String id() {
        return id;
    }

    /** Columns in the order of the source. */
    public final List<String> columns() {
        return columns;
    }

    public final World world() {
        return world;
    }

    /** Columns that systems which know numbers send as such. */
    public Set<String> numbers() {
        return Set.of();
    }

    /** What the system holds about the enterprise of one slot at an hour. */
    public abstract Stream<SourceRecord> about(long slot, Instant asOf);

    /** All that the system holds at an hour, always in the same order. */
    public final Stream<SourceRecord> records(Instant asOf) {
        return LongStream.range(0, world.positions()).boxed().flatMap(position -> about(world.slotAt(position), asOf));
    }

    final Dirt dirt() {
        return dirt;
    }

    /** Dice of this feed about an enterprise and whatever else. */
    final Dice dice(Enterprise it, String topic, long... more) {
        long[] about = Arrays.copyOf(more, more.length + 1);
        about[more.length] = it.number();
        return Dice.of(world.seed(), id + topic, about);
    }

    /** The record, now and then twice. */
    final Stream<SourceRecord> sent(SourceRecord record, Enterprise it) {
        return dirt.duplicates(dice(it, "-twice", record.place().hashCode()))
                ? Stream.of(record, record.again())
                : Stream.of(record);
    }
}
