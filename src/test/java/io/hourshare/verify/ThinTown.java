package io.hourshare.verify;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.engine.Engine;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.kernel.SteppedClock;
import io.hourshare.land.Delivery;
import io.hourshare.land.LandedBatch;
import io.hourshare.land.Landing;
import io.hourshare.merge.Merger;
import io.hourshare.normalize.CurrentRecords;
import io.hourshare.normalize.Normalization;
import io.hourshare.publish.PublicationContext;
import io.hourshare.publish.Publisher;
import io.hourshare.publish.Snapshots;
import io.hourshare.resolve.Resolver;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import io.hourshare.store.SlotState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The data's way alone, from landing to publication, over the files of {@link TownFiles}: no web, no schedule, no
 * source. It starts in a moment, does what the ledger says is not done, and may be killed at any instant.
 */
final class ThinTown implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Steps clock = new Steps();
    private final int enterprises;

    ThinTown(Path home, int enterprises) {
        this(home, enterprises, Map.of());
    }

    /** @param also further packages whose beans take part */
    ThinTown(Path home, int enterprises, Map<String, Object> settings, String... also) {
        this.enterprises = enterprises;
        Map<String, Object> all = new HashMap<>(Map.of(
                "hourshare.home", home.toString(),
                "hourshare.engine.memory", "512MB",
                "hourshare.publish.readers", "1",
                "hourshare.publish.keep", System.getProperty("hourshare.publish.keep", "6"),
                "hourshare.retire.after", "30m",
                "hourshare.retire.replaced-after", "90m"));
        all.putAll(settings);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("thin", all));
        context.registerBean(Clock.class, () -> clock);
        context.scan(
                "io.hourshare.store",
                "io.hourshare.engine",
                "io.hourshare.contract",
                "io.hourshare.land",
                "io.hourshare.normalize",
                "io.hourshare.resolve",
                "io.hourshare.merge",
                "io.hourshare.publish",
                "io.hourshare.retire",
                "io.hourshare.verify",
                "io.hourshare.ledger");
        if (also.length > 0) {
            context.scan(also);
        }
        context.addBeanFactoryPostProcessor(factory -> {
            for (String name : factory.getBeanDefinitionNames()) {
                BeanDefinition bean = factory.getBeanDefinition(name);
                bean.setLazyInit(true);
            }
        });
        context.refresh();
    }

    /** Arguments: data root, number of hours, number of enterprises. */
    public static void main(String[] arguments) {
        try (ThinTown town = new ThinTown(Path.of(arguments[0]), Integer.parseInt(arguments[2]))) {
            town.run(Integer.parseInt(arguments[1]));
        }
        System.exit(0);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Lets time pass without an hour's work. */
    void clockAt(Instant instant) {
        clock.at(instant);
    }

    Verification verification() {
        return new Verification(
                bean(io.hourshare.store.DataRoot.class).path(),
                new Sources(bean(Catalogue.class), null),
                bean(Engine.class),
                clock);
    }

    /** Brings so many hours to their publication; what was done before is left alone. */
    void run(int hours) {
        for (int hour = 0; hour < hours; hour++) {
            hour(hour);
        }
    }

    void hour(int hour) {
        bring(hour);
        HourWindow window = TownFiles.window(hour);
        if (!isPublished(window)) {
            publish(window);
        }
    }

    /** Lands and adopts the hour's deliveries without publishing them. */
    void bring(int hour) {
        HourWindow window = TownFiles.window(hour);
        clock.at(window.end().plusSeconds(180));
        bean(HourSeals.class).seal();
        for (FeedId feed : TownFiles.feeds()) {
            if (!isDone(feed, window)) {
                work(feed, window, hour);
            }
        }
    }

    void work(FeedId id, HourWindow window, int hour) {
        Feed feed = bean(Catalogue.class).feed(id).orElseThrow();
        Landing landing = bean(Landing.class);
        boolean waits =
                bean(Ledger.class).slot(id, window).filter(Slot::waitsInLanding).isPresent();
        LandedBatch batch = waits ? landing.find(id, window).orElseThrow() : land(landing, id, window, hour);
        bean(Normalization.class).normalize(feed, batch);
    }

    void publish(HourWindow hour) {
        CurrentRecords current = bean(Normalization.class).current();
        bean(Publisher.class)
                .publish(
                        bean(Merger.class).merge(current, bean(Resolver.class).resolve(current, hour)),
                        hour,
                        PublicationContext.of("hour-" + hour));
    }

    private LandedBatch land(Landing landing, FeedId feed, HourWindow window, int hour) {
        Map<String, byte[]> objects = TownFiles.of(feed, hour, enterprises);
        try (Delivery delivery = landing.begin(feed, window, hour == 0)) {
            for (Map.Entry<String, byte[]> object : new java.util.TreeMap<>(objects).entrySet()) {
                delivery.keep(object.getKey(), new ByteArrayInputStream(object.getValue()), "town:" + window);
            }
            return delivery.complete(null, null);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private boolean isDone(FeedId feed, HourWindow window) {
        return bean(Ledger.class)
                .slot(feed, window)
                .filter(slot -> slot.state() == SlotState.DONE)
                .isPresent();
    }

    private boolean isPublished(HourWindow window) {
        List<SnapshotPublished> publications = bean(Ledger.class).publications();
        return publications.stream().anyMatch(published -> published.hour().equals(window));
    }

    Journal journal() {
        return bean(Journal.class);
    }

    Snapshots snapshots() {
        return bean(Snapshots.class);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Stands at a moment of the hour and goes on by a millisecond whenever it is asked. */
    private static final class Steps extends SteppedClock {

        Steps() {
            super(TownFiles.START.end());
        }

        @Override
        public synchronized Instant instant() {
            advance(Duration.ofMillis(1));
            return super.instant();
        }
    }
}
