package io.hourshare.land;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedContract;
import io.hourshare.kernel.FeedId;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Destroyed;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.RetentionEnded;
import io.hourshare.store.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Ends what landed when its contract says so: the key goes first, then a line in the journal, then the files. Whatever
 * a crash leaves of that is done by the next call. Safe for use by many threads.
 */
public final class Retention {

    /** For feeds that the catalogue has no more: what a contract means that says nothing. */
    private static final int USUAL_DAYS = 1095;

    private final DataRoot root;
    private final Journal journal;
    private final Ledger ledger;
    private final Landing landing;
    private final Catalogue catalogue;
    private final Clock clock;
    private final HeldBack heldBack;
    private int swept;
    private @Nullable LocalDate ended;

    public Retention(DataRoot root, Journal journal, Ledger ledger, Landing landing, Catalogue catalogue, Clock clock) {
        this.root = root;
        this.journal = journal;
        this.ledger = ledger;
        this.landing = landing;
        this.catalogue = catalogue;
        this.clock = clock;
        this.heldBack = new HeldBack(root, ledger.destroyed());
        journal.follow(heldBack::apply);
    }

    /**
     * What landed of a feed on a day and may be kept no longer.
     *
     * @param objects paths of the landed files
     * @param files paths of what was held back of them
     * @param key whether a key goes with them
     */
    public record Due(FeedId feed, LocalDate day, List<String> objects, List<String> files, boolean key) {}

    /**
     * How a feed stands.
     *
     * @param days how long what landed may be kept
     * @param sealed whether it is kept encrypted
     * @param held number of landed files that are kept
     * @param oldest day of the oldest of them
     * @param until when that goes
     */
    public record Kept(
            FeedId feed,
            int days,
            boolean sealed,
            int held,
            Optional<LocalDate> oldest,
            Optional<Instant> until,
            List<Destroyed.Ending> endings) {}

    /** What would go now; nothing is done. */
    public synchronized List<Due> due() {
        Instant now = clock.instant();
        List<Due> due = new ArrayList<>();
        try {
            for (FeedId feed : feeds()) {
                due.addAll(due(feed, now));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("落地密钥的目录读不出来，请检查权限", e);
        }
        return due;
    }

    private List<Due> due(FeedId feed, Instant now) throws IOException {
        Map<LocalDate, List<String>> landed = landing.days(feed);
        Set<LocalDate> keys = new TreeSet<>(landing.sealing().days(feed));
        Set<LocalDate> days = new TreeSet<>(landed.keySet());
        days.addAll(keys);
        List<Due> due = new ArrayList<>();
        for (LocalDate day : days) {
            if (!until(feed, day).isAfter(now)) {
                List<String> objects = landed.getOrDefault(day, List.of());
                due.add(new Due(feed, day, objects, heldBack.of(objects), keys.contains(day)));
            }
        }
        return due;
    }

    /** Lets go what may be kept no longer; answers what went. */
    public synchronized List<Due> end(String actor, String reason) {
        List<Due> due = due();
        try {
            for (Due one : due) {
                landing.sealing().destroy(new KeyName(one.feed(), one.day()));
                journal.append(new RetentionEnded(
                        one.feed(), one.day(), one.objects(), one.files(), sealed(one), actor, reason));
            }
            sweep();
        } catch (IOException e) {
            throw new UncheckedIOException("留存期满的数据未能全部销毁，下一小时自动再试；请检查磁盘与权限", e);
        }
        return due;
    }

    /** As {@link #end}, at most once a day and after a start: what may be kept changes by the day. */
    public synchronized List<Due> endOfDay() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (today.equals(ended)) {
            return List.of();
        }
        List<Due> gone = end("系统", "留存期满");
        ended = today;
        return gone;
    }

    /** How every feed stands, sorted by feed. */
    public synchronized List<Kept> feeds(Set<FeedId> wanted) {
        return wanted.stream().map(this::kept).toList();
    }

    /** Feeds that the catalogue has or of which anything landed. */
    public Set<FeedId> feeds() {
        Set<FeedId> feeds = new TreeSet<>(landing.feeds());
        catalogue.feeds().forEach(feed -> feeds.add(feed.id()));
        return feeds;
    }

    private Kept kept(FeedId feed) {
        var days = landing.days(feed);
        Optional<LocalDate> oldest = days.isEmpty() ? Optional.empty() : Optional.of(days.firstKey());
        return new Kept(
                feed,
                days(feed),
                catalogue
                        .feed(feed)
                        .map(Feed::contract)
                        .filter(FeedContract::sealed)
                        .isPresent(),
                days.values().stream().mapToInt(List::size).sum(),
                oldest,
                oldest.map(day -> until(feed, day)),
                ledger.destroyed().endings().stream()
                        .filter(ending -> ending.feed().equals(feed))
                        .toList());
    }

    /** A day's first bytes must not outlive the limit, so the day goes with them. */
    private Instant until(FeedId feed, LocalDate day) {
        return until(day, days(feed));
    }

    private static Instant until(LocalDate day, int days) {
        return day.plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Whether the encrypted file's time is over: its key may be gone though the journal does not say so yet. */
    public static boolean isOver(Catalogue catalogue, String path, Instant now) {
        return SealedName.key(path)
                .filter(key -> !until(key.day(), days(catalogue, key.feed())).isAfter(now))
                .isPresent();
    }

    private int days(FeedId feed) {
        return days(catalogue, feed);
    }

    private static int days(Catalogue catalogue, FeedId feed) {
        return catalogue
                .feed(feed)
                .map(Feed::contract)
                .map(FeedContract::retentionDays)
                .orElse(USUAL_DAYS);
    }

    private static boolean sealed(Due due) {
        return due.key()
                || due.objects().stream().anyMatch(path -> SealedName.key(path).isPresent());
    }

    /** Deletes files that the journal says are gone; after a start, those too that a crash left. */
    private void sweep() throws IOException {
        List<String> gone = ledger.destroyed().paths();
        for (String path : gone.subList(swept, gone.size())) {
            DurableFiles.delete(root.resolve(path));
        }
        swept = gone.size();
    }
}
