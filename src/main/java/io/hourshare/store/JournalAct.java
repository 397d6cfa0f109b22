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

/** What somebody answers for: each line names its actor. */
public sealed interface JournalAct extends JournalEntry {

    /** Name of a user or key, or of the rule by which it was done. */
    String actor();

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
            implements JournalAct {
        public RetentionEnded {
            objects = List.copyOf(objects);
            files = List.copyOf(files);
        }
    }

    /** The window need not come: a person said so, or a later full list covers it. */
    record SlotWaived(FeedId feed, HourWindow window, String actor, String reason) implements JournalAct {}

    /**
     * An earlier snapshot is served again.
     *
     * @param withdrawn sequences of the newer snapshots that are taken back
     */
    record SnapshotRolledBack(long sequence, List<Long> withdrawn, String actor, String reason) implements JournalAct {
        public SnapshotRolledBack {
            withdrawn = List.copyOf(withdrawn);
        }
    }

    /** After a rollback, publication may go on with whatever is adopted by now. */
    record PublicationReleased(String actor, String reason) implements JournalAct {}

    /**
     * A case of a ledger was opened: a correction, a question, an appeal.
     *
     * @param ledger name of its file below {@code jobs/ledgers/}
     * @param details what the case is about, by the fields that the ledger declares
     */
    record CaseOpened(String id, String ledger, String state, Map<String, String> details, String actor, String reason)
            implements JournalAct {
        public CaseOpened {
            details = new TreeMap<>(details);
        }
    }

    /** A case went from one state to another; both are kept, so that a changed file does not change the past. */
    record CaseActed(
            String id, String action, String from, String to, Map<String, String> details, String actor, String reason)
            implements JournalAct {
        public CaseActed {
            details = new TreeMap<>(details);
        }
    }

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
            implements JournalAct {
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
    record RunActed(String run, String action, String actor, String reason) implements JournalAct {}

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
            implements JournalAct {}

    /** A decision about who is who is taken back: everything is as if it had never been. */
    record IdentityWithdrawn(String decision, String actor, String reason) implements JournalAct {}

    /** A feed's schedule leaves it alone until the instant. */
    record FeedPaused(FeedId feed, Instant until, String actor, String reason) implements JournalAct {}

    /** A feed's pause ends before its time. */
    record FeedUnpaused(FeedId feed, String actor, String reason) implements JournalAct {}

    /**
     * A person decided about a held delivery.
     *
     * @param hold the reason for which it was held; another reason would hold it again
     * @param accepted whether it is taken in as it is; otherwise the window is closed without it
     */
    record HoldDecided(
            FeedId feed, HourWindow window, Digest delivery, String hold, boolean accepted, String actor, String reason)
            implements JournalAct {}

    /**
     * Somebody read what is kept of an enterprise, or took records away.
     *
     * @param what {@code PROFILE}, {@code REVEALED}, {@code PRINTED} or {@code EXPORTED}
     * @param subject enterprise or feed
     * @param purpose what for, where that is asked; empty otherwise
     */
    record DataRead(String actor, String role, String what, String subject, String purpose) implements JournalAct {}

    /**
     * A user was added, given another role or password, suspended or let in again; never says a password.
     *
     * @param change {@code ADDED}, {@code ROLE}, {@code PASSWORD_RESET}, {@code PASSWORD_CHANGED}, {@code SUSPENDED} or
     *     {@code READMITTED}
     */
    record UserChanged(String actor, String user, String change, String detail) implements JournalAct {}

    /** Somebody handed a list in that became the window's delivery. */
    record ListUploaded(FeedId feed, HourWindow window, Digest delivery, String file, String actor, String reason)
            implements JournalAct {}
}
