package io.hourshare.normalize;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CodeList;
import io.hourshare.contract.Feed;
import io.hourshare.contract.Watch;
import io.hourshare.engine.Engine;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.land.LandedBatch;
import io.hourshare.land.LandedFiles;
import io.hourshare.land.LandedObject;
import io.hourshare.normalize.BatchAdoption.Counted;
import io.hourshare.normalize.BatchAdoption.Trouble;
import io.hourshare.normalize.anomaly.DayKinds;
import io.hourshare.normalize.convert.Rules;
import io.hourshare.normalize.convert.Tokens;
import io.hourshare.normalize.decode.text.UnreadableObjectException;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DriftChange;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.DriftSeen;
import io.hourshare.store.JournalFact.SlotHeld;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Landed bytes to canonical Parquet or quarantine, counted and adopted; and the newest version of every record. */
public final class Normalization {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** What passes is told again after so long: by then somebody else looks. */
    private static final Duration TOLD_FOR = Duration.ofDays(30);

    private static final CodeList NO_DAYS = new CodeList(DayKinds.LIST, "", "", List.of(), List.of());

    private final Catalogue catalogue;
    private final DataRoot root;
    private final Journal journal;
    private final Ledger ledger;
    private final Clock clock;
    private final ObjectNormalizer objects;
    private final BatchAdoption adoption;
    private final CurrentFold current;
    private final ReturnedRecords returned;
    private final Runnable keepCatalogue;
    private final DayKinds days;

    /** @param keepCatalogue runs before anything is adopted: what it was adopted by must be there to replay it */
    Normalization(
            Catalogue catalogue,
            DataRoot root,
            LandedFiles landed,
            Journal journal,
            Ledger ledger,
            Engine engine,
            Tokens tokens,
            Clock clock,
            Runnable keepCatalogue) {
        this.returned = new ReturnedRecords(engine, root::resolve);
        this.keepCatalogue = keepCatalogue;
        this.days = new DayKinds(catalogue.codeLists().getOrDefault(DayKinds.LIST, NO_DAYS));
        this.catalogue = catalogue;
        this.root = root;
        this.journal = journal;
        this.ledger = ledger;
        this.clock = clock;
        this.objects = new ObjectNormalizer(landed, root::resolve, engine, new Rules(tokens));
        this.current = new CurrentFold(root, engine, journal, ledger);
        this.adoption = new BatchAdoption(root, engine, current);
    }

    /**
     * Normalizes a batch and adopts it, or holds its feed; a batch that was adopted before is left as it is.
     *
     * @throws BatchHeldException where the batch does not balance, exceeds a tolerance or cannot be read
     */
    public NormalizedBatch normalize(Feed feed, LandedBatch landed) {
        Instant started = clock.instant();
        for (LandedObject object : landed.objects()) {
            normalize(feed, object);
        }
        return adopt(feed, landed, started);
    }

    /** One object's part of the work; holds the feed where the object cannot be trusted as a whole. */
    NormalizedPart normalize(Feed feed, LandedObject object) {
        try {
            return objects.normalize(new FeedMapping(feed, catalogue), object);
        } catch (UnreadableObjectException e) {
            throw held(feed.id(), object.window(), e.reason().name(), e.getMessage() + "（" + object.path() + "）");
        }
    }

    NormalizedBatch adopt(Feed feed, LandedBatch landed, Instant started) {
        FeedMapping mapping = new FeedMapping(feed, catalogue);
        List<NormalizedPart> parts = landed.objects().stream()
                .map(object -> objects.normalize(mapping, object))
                .toList();
        Counted counted = adoption.count(mapping, landed, parts, history(feed, landed), feed.digest());
        if (isAdopted(feed, landed)) {
            return counted.batch();
        }
        tell(feed, landed, counted.drift());
        for (Trouble trouble : counted.troubles()) {
            if (!ledger.accepts(feed.id(), landed.window(), landed.digest(), trouble.reason())) {
                throw held(feed.id(), landed.window(), trouble.reason(), trouble.detail());
            }
        }
        adopt(feed, landed, counted, started, null);
        return counted.batch();
    }

    private BatchHistory history(Feed feed, LandedBatch landed) {
        return BatchHistory.of(ledger, feed, landed, days);
    }

    /**
     * Normalizes what an earlier mapping sent back of the window's batch, and nothing else of it; what was accepted
     * stays as it is. Nothing is done where this mapping has judged the batch already.
     *
     * @throws BatchHeldException where that cannot be; the adopted result stands
     */
    public void mend(Feed feed, LandedBatch landed) {
        Instant started = clock.instant();
        BatchAdopted before = ledger.slot(feed.id(), landed.window())
                .map(Slot::adopted)
                .filter(adopted -> adopted.delivery().equals(landed.digest()))
                .orElseThrow(() -> new BatchHeldException("NOTHING_ADOPTED", "这一时段没有入库结果，没有可再试的退回记录；请用重跑"));
        if (before.catalogue().equals(feed.digest())) {
            return;
        }
        FeedMapping mapping = new FeedMapping(feed, catalogue);
        List<NormalizedPart> parts = mended(mapping, landed, before);
        Digest mapped = Digest.of(List.of(before.mapped().hex(), feed.digest().hex()));
        Counted counted = adoption.count(mapping, landed, parts, history(feed, landed), mapped);
        for (Trouble trouble : counted.troubles()) {
            if (!ledger.accepts(feed.id(), landed.window(), landed.digest(), trouble.reason())) {
                throw new BatchHeldException(trouble.reason(), trouble.detail());
            }
        }
        adopt(feed, landed, counted, started, before.mapped());
    }

    private List<NormalizedPart> mended(FeedMapping mapping, LandedBatch landed, BatchAdopted before) {
        List<NormalizedPart> parts = new ArrayList<>();
        before.records().stream().map(objects::accepted).forEach(parts::add);
        Map<String, Map<Long, ReturnedRecords.Place>> places = returned.places(before);
        for (LandedObject object : landed.objects()) {
            Map<Long, ReturnedRecords.Place> wanted = places.get(object.path());
            if (wanted != null) {
                parts.add(mend(mapping, object, wanted, before.mapped()));
            }
        }
        return parts;
    }

    private NormalizedPart mend(
            FeedMapping mapping, LandedObject object, Map<Long, ReturnedRecords.Place> places, Digest mends) {
        try {
            return objects.mend(mapping, object, places, mends);
        } catch (UnreadableObjectException e) {
            throw new BatchHeldException(e.reason().name(), e.getMessage() + "（" + object.path() + "）");
        }
    }

    private void adopt(Feed feed, LandedBatch landed, Counted counted, Instant started, @Nullable Digest mends) {
        List<String> files = new ArrayList<>(counted.batch().records());
        files.addAll(counted.batch().quarantine());
        keepCatalogue.run();
        append(new BatchAdopted(
                feed.id(),
                landed.window(),
                landed.digest(),
                feed.digest(),
                files,
                counted.batch().counts(),
                counted.sourceTime(),
                Duration.between(started, clock.instant()).toMillis(),
                mends));
    }

    /** Files of an earlier mapping that comes again may have been retired while they were counted. */
    private void append(BatchAdopted batch) {
        try {
            journal.alone(() -> {
                for (String file : batch.files()) {
                    if (!Files.exists(root.resolve(file))) {
                        throw new NoSuchFileException(file);
                    }
                }
                return journal.append(batch);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("入库文件刚被清理：" + e.getMessage() + "；系统会自动重做", e);
        }
    }

    /** Journals how the delivery differs, once a delivery, and what merely passes once a month and column, or word. */
    private void tell(Feed feed, LandedBatch landed, List<DriftChange> drift) {
        List<DriftSeen> told = ledger.drifts().stream()
                .filter(seen -> seen.feed().equals(feed.id()))
                .toList();
        List<DriftChange> news = drift.stream()
                .filter(change -> change.held()
                        || told.stream()
                                .filter(seen -> isRecent(seen.window(), landed.window()))
                                .flatMap(seen -> seen.changes().stream())
                                .noneMatch(before -> isSame(before, change)))
                .toList();
        DriftSeen line = new DriftSeen(feed.id(), landed.window(), landed.digest(), news);
        if (!news.isEmpty() && !told.contains(line)) {
            journal.append(line);
        }
    }

    private static boolean isRecent(HourWindow told, HourWindow now) {
        return Duration.between(told.start(), now.start()).abs().compareTo(TOLD_FOR) < 0;
    }

    private static boolean isSame(DriftChange before, DriftChange change) {
        boolean word = change.kind().equals(Watch.ENUMERATION.name());
        return before.kind().equals(change.kind())
                && before.column().equals(change.column())
                && (!word || example(before).equals(example(change)));
    }

    /** The word that is new, as the rules write it at the end. */
    private static String example(DriftChange change) {
        return change.after().substring(Math.max(0, change.after().indexOf('「')));
    }

    /** The newest accepted version of each key of every feed, from the batches adopted so far. */
    public CurrentRecords current() {
        Map<FeedId, List<String>> files = new TreeMap<>();
        List<String> inputs = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(clock.instant(), CHINA);
        for (Feed feed : catalogue.feeds()) {
            StageDone stage = current.fold(new FeedMapping(feed, catalogue), today);
            if (!stage.files().isEmpty()) {
                files.put(feed.id(), stage.files());
                inputs.add(feed.id() + "@" + feed.digest() + "@" + stage.files());
            }
        }
        return new CurrentRecords(files, Digest.of(inputs));
    }

    private boolean isAdopted(Feed feed, LandedBatch landed) {
        return ledger.slot(feed.id(), landed.window())
                .map(Slot::adopted)
                .filter(adopted -> adopted.delivery().equals(landed.digest())
                        && adopted.mapped().equals(feed.digest()))
                .isPresent();
    }

    private BatchHeldException held(FeedId feed, HourWindow window, String reason, String detail) {
        journal.append(new SlotHeld(feed, window, reason, detail));
        return new BatchHeldException(reason, detail);
    }
}
