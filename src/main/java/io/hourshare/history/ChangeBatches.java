package io.hourshare.history;

import io.hourshare.kernel.HourWindow;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalEntry.SnapshotPublished;
import io.hourshare.store.JournalEntry.SnapshotRolledBack;
import io.hourshare.store.JournalEntry.StageDone;
import io.hourshare.store.JournalLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fold of the journal: the changes of every publication, in order. Changes are journalled before the publication that
 * they belong to and count only with it.
 */
final class ChangeBatches {

    static final String STAGE = "history";
    static final String TO = "to";
    static final String CHANGES = "changes";
    static final String GAP = "gap";

    private final List<ChangeBatch> batches = new ArrayList<>();
    private final Map<Long, HourWindow> hours = new HashMap<>();
    private @Nullable StageDone pending;

    ChangeBatches(Journal journal) {
        journal.follow(this::apply);
    }

    synchronized List<ChangeBatch> all() {
        return List.copyOf(batches);
    }

    /** Those after a number, oldest first. */
    synchronized List<ChangeBatch> after(long number) {
        return batches.stream().filter(batch -> batch.number() > number).toList();
    }

    synchronized Optional<ChangeBatch> last() {
        return batches.isEmpty() ? Optional.empty() : Optional.of(batches.get(batches.size() - 1));
    }

    /** The state that was served last for the hour or one before it. */
    synchronized Optional<ChangeBatch> asOf(HourWindow hour) {
        return batches.stream()
                .filter(batch -> batch.hour().compareTo(hour) <= 0)
                .reduce((earlier, later) -> later);
    }

    private synchronized void apply(JournalLine line) {
        if (line.entry() instanceof StageDone done && done.stage().equals(STAGE)) {
            pending = done;
        } else if (line.entry() instanceof SnapshotPublished published) {
            hours.put(published.sequence(), published.hour());
            add(line, published.sequence(), published.hour());
        } else if (line.entry() instanceof SnapshotRolledBack back) {
            // The hours that were taken back are answered from the earlier state from now on.
            HourWindow newest = back.withdrawn().stream()
                    .map(hours::get)
                    .filter(java.util.Objects::nonNull)
                    .max(HourWindow::compareTo)
                    .orElse(hours.get(back.sequence()));
            if (newest != null) {
                add(line, back.sequence(), newest);
            }
        }
    }

    private void add(JournalLine line, long sequence, HourWindow hour) {
        StageDone done = pending;
        pending = null;
        long number = batches.size() + 1L;
        if (done == null
                || done.counts().getOrDefault(TO, -1L) != sequence
                || done.counts().getOrDefault(GAP, 0L) == 1) {
            batches.add(new ChangeBatch(number, sequence, hour, line.at(), null, 0, true));
        } else {
            String file = done.files().isEmpty() ? null : done.files().get(0);
            long changes = done.counts().getOrDefault(CHANGES, 0L);
            batches.add(new ChangeBatch(number, sequence, hour, line.at(), file, changes, false));
        }
    }
}
