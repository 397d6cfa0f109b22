package io.hourshare.store;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the service did or found by itself. */
public sealed interface JournalFact extends JournalEntry {

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
            implements JournalFact {

        public ObjectLanded(FeedId feed, HourWindow window, String path, long size, Digest digest, String origin) {
            this(feed, window, path, size, digest, origin, null);
        }
    }

    /** Size and digest of a file whose bytes are not those that came. */
    record Stored(long size, Digest digest) {}

    /**
     * One question about one subject was put to a source.
     *
     * @param subject whom it was about, a unified code
     * @param purpose what for, as the authorisation words it
     * @param outcome {@code ANSWERED}, {@code NOT_KNOWN} or the reason of the failure
     */
    record QuestionAsked(FeedId feed, HourWindow window, String subject, String purpose, String outcome)
            implements JournalFact {}

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
            implements JournalFact {
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
    record CatalogueKept(Digest catalogue, String path, Digest content) implements JournalFact {}

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
            implements JournalFact {
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

        /** Files of the accepted records alone, in their order. */
        public List<String> records() {
            return files.stream().filter(BatchAdopted::isRecords).toList();
        }

        /** Whether a batch's file holds accepted records. */
        public static boolean isRecords(String file) {
            return file.startsWith("lake/normalized/");
        }

        /** How the delivery's records were mapped: by one catalogue, or by one after the other. */
        public Digest mapped() {
            return mends == null ? catalogue : Digest.of(List.of(mends.hex(), catalogue.hex()));
        }
    }

    /** The window's feed waits for a person or a rule; the rest goes on. */
    record SlotHeld(FeedId feed, HourWindow window, String reason, String detail) implements JournalFact {}

    /** An attempt failed; the window stays due. */
    record SlotFailed(FeedId feed, HourWindow window, String step, String reason, String detail, int attempt)
            implements JournalFact {}

    /** A stage over all feeds is done: its output is a function of the inputs' digest. */
    record StageDone(String stage, Digest inputs, List<String> files, Map<String, Long> counts) implements JournalFact {

        /** Stage in which records are resolved to enterprises. */
        public static final String RESOLVE = "resolve";

        /** Stage in which the enterprises' profiles are merged. */
        public static final String MERGE = "merge";

        private static final String CURRENT = "current:";

        public StageDone {
            files = List.copyOf(files);
            counts = Map.copyOf(counts);
        }

        /** Stage in which a feed's current records are folded from its batches. */
        public static String current(FeedId feed) {
            return CURRENT + feed;
        }

        /** The feed whose current records this stage folded; empty for other stages. */
        public Optional<FeedId> folded() {
            return stage.startsWith(CURRENT)
                    ? Optional.of(FeedId.parse(stage.substring(CURRENT.length())))
                    : Optional.empty();
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
            implements JournalFact {
        public SnapshotPublished {
            files = Map.copyOf(files);
            batches = List.copyOf(batches);
            counts = Map.copyOf(counts);
        }
    }

    /**
     * The journal's end was damaged or cut off when the service started, or the whole data root came back from an older
     * backup; what followed is done again.
     *
     * @param file file and line where it was damaged, {@code journal/2026-11-22.jsonl:17}; of the anchor its last
     * @param aside where the damaged lines are kept below the data root; empty where nothing was left of them
     * @param snapshot highest number of a snapshot that lost lines are known to have given, where an anchor outside
     *     told that the data root is an older one
     */
    record JournalCut(
            String file,
            String what,
            String aside,
            @Nullable Long snapshot) implements JournalFact {

        public JournalCut(String file, String what, String aside) {
            this(file, what, aside, null);
        }
    }

    /** A snapshot's files are deleted, because enough newer ones are kept. */
    record SnapshotRetired(long sequence, String directory) implements JournalFact {}

    /**
     * The hour's lines are sealed: landed objects, operators' acts and everything else between two sequences.
     *
     * @param root digest of the lines' hashes in order
     */
    record HourSealed(HourWindow hour, long first, long last, Digest root) implements JournalFact {}

    /**
     * A run came to its end: {@code DONE}, {@code PARTIAL}, {@code FAILED}, {@code STOPPED} or {@code ABANDONED}.
     *
     * @param left slots that failed or were not begun, {@code feed@window}: what going on with the run would do
     * @param steps what was done since it was asked for or gone on with; absent in lines of older versions
     */
    record RunFinished(
            String run,
            String outcome,
            String detail,
            @Nullable List<String> left,
            @Nullable List<StepTaken> steps) implements JournalFact {
        public RunFinished {
            left = left == null ? List.of() : List.copyOf(left);
            steps = steps == null ? List.of() : List.copyOf(steps);
        }

        public RunFinished(String run, String outcome, String detail) {
            this(run, outcome, detail, null, null);
        }
    }

    /** A delivery's columns or values differ from the contract or from before. */
    record DriftSeen(FeedId feed, HourWindow window, Digest delivery, List<DriftChange> changes)
            implements JournalFact {
        public DriftSeen {
            changes = List.copyOf(changes);
        }
    }
}
