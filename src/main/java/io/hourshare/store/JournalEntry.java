package io.hourshare.store;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One line of the journal. Paths are relative to the data root and use forward slashes. */
public sealed interface JournalEntry {

    /**
     * Bytes came and stand in a write-once file.
     *
     * @param size of the bytes as they came, as the digest is theirs
     * @param stored the file where it holds them encrypted
     */
    record ObjectLanded(
            FeedId feed,
            HourWindow window,
            String path,
            long size,
            Digest digest,
            String origin,
            @Nullable Stored stored)
            implements JournalEntry {

        public ObjectLanded(FeedId feed, HourWindow window, String path, long size, Digest digest, String origin) {
            this(feed, window, path, size, digest, origin, null);
        }
    }

    /** Size and digest of a file whose bytes are not those that came. */
    record Stored(long size, Digest digest) {}

    /**
     * What landed of a feed on a day was kept as long as it may be: its key is destroyed, its files are deleted.
     *
     * @param day on which it landed, UTC
     * @param objects paths of the landed files
     * @param files paths of what was held back of them
     * @param key whether there was a key to destroy
     */
    record RetentionEnded(
            FeedId feed,
            LocalDate day,
            List<String> objects,
            List<String> files,
            boolean key,
            String actor,
            String reason)
            implements JournalEntry {
        public RetentionEnded {
            objects = List.copyOf(objects);
            files = List.copyOf(files);
        }
    }

    /**
     * One question about one subject was put to a source.
     *
     * @param subject whom it was about, a unified code
     * @param purpose what for, as the authorisation words it
     * @param outcome {@code ANSWERED}, {@code NOT_KNOWN} or the reason of the failure
     */
    record QuestionAsked(FeedId feed, HourWindow window, String subject, String purpose, String outcome)
            implements JournalEntry {}

    /**
     * A delivery is complete: these objects, in this order, are what the source gave for the window.
     *
     * @param delivery digest of the objects' digests in order
     * @param declared total that the source declared, where it declares one
     * @param sourceTime newest time in the source that the delivery reaches, where it is known
     * @param repeats label of the earlier window whose delivery had the same bytes, where there is one
     */
    record DeliveryLanded(
            FeedId feed,
            HourWindow window,
            Digest delivery,
            List<String> objects,
            @Nullable Long declared,
            @Nullable Instant sourceTime,
            @Nullable String repeats,
            boolean initial)
            implements JournalEntry {
        public DeliveryLanded {
            objects = List.copyOf(objects);
        }
    }

    /**
     * From here on batches are adopted by this catalogue, whose files are kept.
     *
     * @param catalogue digest of what it decides
     * @param path file below the data root with all its files
     * @param content digest of that file
     */
    record CatalogueKept(Digest catalogue, String path, Digest content) implements JournalEntry {}

    /**
     * The one adopted result of normalizing a delivery with a feed's catalogue digest.
     *
     * @param mends how the records were mapped that an earlier result had accepted and that stay as they are: only
     *     what it had sent back was normalized by this catalogue; absent where the whole delivery was
     */
    record BatchAdopted(
            FeedId feed,
            HourWindow window,
            Digest delivery,
            Digest catalogue,
            List<String> files,
            BatchCounts counts,
            @Nullable Instant newestSourceTime,
            long elapsedMillis,
            @Nullable Digest mends)
            implements JournalEntry {
        public BatchAdopted {
            files = List.copyOf(files);
        }

        public BatchAdopted(
                FeedId feed,
                HourWindow window,
                Digest delivery,
                Digest catalogue,
                List<String> files,
                BatchCounts counts,
                @Nullable Instant newestSourceTime,
                long elapsedMillis) {
            this(feed, window, delivery, catalogue, files, counts, newestSourceTime, elapsedMillis, null);
        }

        /** How the delivery's records were mapped: by one catalogue, or by one after the other. */
        public Digest mapped() {
            return mends == null ? catalogue : Digest.of(List.of(mends.hex(), catalogue.hex()));
        }
    }

    /** The window's feed waits for a person or a rule; the rest goes on. */
    record SlotHeld(FeedId feed, HourWindow window, String reason, String detail) implements JournalEntry {}

    /** An attempt failed; the window stays due. */
    record SlotFailed(FeedId feed, HourWindow window, String step, String reason, String detail, int attempt)
            implements JournalEntry {}

    /** The window need not come: a person said so, or a later full list covers it. */
    record SlotWaived(FeedId feed, HourWindow window, String actor, String reason) implements JournalEntry {}

    /** A stage over all feeds is done: its output is a function of the inputs' digest. */
    record StageDone(String stage, Digest inputs, List<String> files, Map<String, Long> counts)
            implements JournalEntry {
        public StageDone {
            files = List.copyOf(files);
            counts = Map.copyOf(counts);
        }
    }

    /**
     * A verified snapshot is what everybody is served from now on.
     *
     * @param directory below the data root, for example {@code snapshots/000017-3fa9c2d1}
     * @param files digest of each published file by name
     * @param batches digests of the adopted batches' deliveries by feed and window, {@code feed@window}
     */
    record SnapshotPublished(
            long sequence,
            String directory,
            HourWindow hour,
            Digest inputs,
            Digest content,
            Map<String, String> files,
            List<String> batches,
            Map<String, Long> counts)
            implements JournalEntry {
        public SnapshotPublished {
            files = Map.copyOf(files);
            batches = List.copyOf(batches);
            counts = Map.copyOf(counts);
        }
    }

    /**
     * An earlier snapshot is served again.
     *
     * @param withdrawn sequences of the newer snapshots that are taken back
     */
    record SnapshotRolledBack(long sequence, List<Long> withdrawn, String actor, String reason)
            implements JournalEntry {
        public SnapshotRolledBack {
            withdrawn = List.copyOf(withdrawn);
        }
    }

    /**
     * The journal's end was damaged or cut off when the service started; what followed is done again.
     *
     * @param file file and line where it was damaged, {@code journal/2026-11-22.jsonl:17}
     * @param aside where the damaged lines are kept below the data root; empty where nothing was left of them
     */
    record JournalCut(String file, String what, String aside) implements JournalEntry {}

    /** After a rollback, publication may go on with whatever is adopted by now. */
    record PublicationReleased(String actor, String reason) implements JournalEntry {}

    /** A snapshot's files are deleted, because enough newer ones are kept. */
    record SnapshotRetired(long sequence, String directory) implements JournalEntry {}

    /**
     * A case of a ledger was opened: a correction, a question, an appeal.
     *
     * @param ledger name of its file below {@code jobs/ledgers/}
     * @param details what the case is about, by the fields that the ledger declares
     */
    record CaseOpened(String id, String ledger, String state, Map<String, String> details, String actor, String reason)
            implements JournalEntry {
        public CaseOpened {
            details = new TreeMap<>(details);
        }
    }

    /** A case went from one state to another; both are kept, so that a changed file does not change the past. */
    record CaseActed(
            String id, String action, String from, String to, Map<String, String> details, String actor, String reason)
            implements JournalEntry {
        public CaseActed {
            details = new TreeMap<>(details);
        }
    }

    /**
     * The hour's lines are sealed: landed objects, operators' acts and everything else between two sequences.
     *
     * @param root digest of the lines' hashes in order
     */
    record HourSealed(HourWindow hour, long first, long last, Digest root) implements JournalEntry {}

    /**
     * A person asked for a run.
     *
     * @param options what the verb needs besides, for example {@code scope} or {@code parallel}
     * @param slots what it touches and nothing else, {@code feed@window}; absent in lines of older versions
     */
    record RunRequested(
            String run,
            String verb,
            List<String> feeds,
            @Nullable HourWindow from,
            @Nullable HourWindow to,
            @Nullable Map<String, String> options,
            @Nullable List<String> slots,
            String actor,
            String reason,
            @Nullable String idempotencyKey)
            implements JournalEntry {
        public RunRequested {
            feeds = List.copyOf(feeds);
            options = options == null ? Map.of() : Map.copyOf(options);
            slots = slots == null ? null : List.copyOf(slots);
        }

        public RunRequested(
                String run,
                String verb,
                List<String> feeds,
                @Nullable HourWindow from,
                @Nullable HourWindow to,
                String actor,
                String reason,
                @Nullable String idempotencyKey) {
            this(run, verb, feeds, from, to, null, null, actor, reason, idempotencyKey);
        }
    }

    /** A person acts on a run: {@code STOP}, {@code RESUME}, {@code ABANDON} or {@code RECOVER}. */
    record RunActed(String run, String action, String actor, String reason) implements JournalEntry {}

    /**
     * A run came to its end: {@code DONE}, {@code PARTIAL}, {@code FAILED}, {@code STOPPED} or {@code ABANDONED}.
     *
     * @param left slots that failed or were not begun, {@code feed@window}: what going on with the run would do
     */
    record RunFinished(
            String run,
            String outcome,
            String detail,
            @Nullable List<String> left) implements JournalEntry {
        public RunFinished {
            left = left == null ? List.of() : List.copyOf(left);
        }

        public RunFinished(String run, String outcome, String detail) {
            this(run, outcome, detail, null);
        }
    }

    /** A delivery's columns or values differ from the contract or from before. */
    record DriftSeen(FeedId feed, HourWindow window, Digest delivery, List<DriftChange> changes)
            implements JournalEntry {
        public DriftSeen {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A person decided who is who.
     *
     * @param kind {@code SAME}, {@code DIFFERENT}, {@code ALIAS} or {@code VOID_NUMBER}
     * @param name normal form that the decision speaks of, with its county; empty where one record or a number is meant
     * @param feed feed of the one record that is meant, with its key; empty otherwise
     */
    record IdentityDecided(
            String decision,
            String kind,
            String name,
            String region,
            String feed,
            String recordKey,
            String number,
            String enterpriseId,
            String actor,
            String reason)
            implements JournalEntry {}

    /** A decision about who is who is taken back: everything is as if it had never been. */
    record IdentityWithdrawn(String decision, String actor, String reason) implements JournalEntry {}

    /** A feed's schedule leaves it alone until the instant. */
    record FeedPaused(FeedId feed, Instant until, String actor, String reason) implements JournalEntry {}

    /** A feed's pause ends before its time. */
    record FeedUnpaused(FeedId feed, String actor, String reason) implements JournalEntry {}

    /**
     * A person decided about a held delivery.
     *
     * @param hold the reason for which it was held; another reason would hold it again
     * @param accepted whether it is taken in as it is; otherwise the window is closed without it
     */
    record HoldDecided(
            FeedId feed, HourWindow window, Digest delivery, String hold, boolean accepted, String actor, String reason)
            implements JournalEntry {}

    /**
     * Somebody read what is kept of an enterprise, or took records away.
     *
     * @param what {@code PROFILE}, {@code REVEALED}, {@code PRINTED} or {@code EXPORTED}
     * @param subject enterprise or feed
     * @param purpose what for, where that is asked; empty otherwise
     */
    record DataRead(String actor, String role, String what, String subject, String purpose) implements JournalEntry {}

    /**
     * A user was added, given another role or password, suspended or let in again; never says a password.
     *
     * @param change {@code ADDED}, {@code ROLE}, {@code PASSWORD_RESET}, {@code PASSWORD_CHANGED}, {@code SUSPENDED} or
     *     {@code READMITTED}
     */
    record UserChanged(String actor, String user, String change, String detail) implements JournalEntry {}

    /** Somebody handed a list in that became the window's delivery. */
    record ListUploaded(FeedId feed, HourWindow window, Digest delivery, String file, String actor, String reason)
            implements JournalEntry {}
}
