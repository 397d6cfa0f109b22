package io.hourshare.history;

import io.hourshare.history.ChangeBatch.Standing;
import io.hourshare.history.ChangeBatch.State;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.SnapshotRolledBack;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.store.JournalLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fold of the journal: the changes of every publication, in order. Changes are journalled before the publication that
 * they belong to and count only with it; where files are folded or expire, the journal names each that gives way.
 */
final class ChangeBatches {

    static final String STAGE = "history";
    static final String FOLD = "history-fold";
    static final String EXPIRY = "history-expired";
    static final String FOLDER = "lake/history/";
    static final String TO = "to";
    static final String CHANGES = "changes";
    static final String GAP = "gap";

    private final List<ChangeBatch> batches = new ArrayList<>();
    private final Map<Long, HourWindow> hours = new HashMap<>();
    private final Map<String, Instant> replaced = new LinkedHashMap<>();
    private @Nullable StageDone pending;

    ChangeBatches(Journal journal) {
        journal.follow(this::apply);
    }

    synchronized List<ChangeBatch> all() {
        return List.copyOf(batches);
    }

    /** Those after a number, oldest first. */
    synchronized List<ChangeBatch> after(long number) {
        int from = (int) Math.max(0, Math.min(number, batches.size()));
        return List.copyOf(batches.subList(from, batches.size()));
    }

    synchronized Optional<ChangeBatch> last() {
        return batches.isEmpty() ? Optional.empty() : Optional.of(batches.get(batches.size() - 1));
    }

    /** The one with the number; empty where none was given it. */
    synchronized Optional<ChangeBatch> numbered(long number) {
        return number < 1 || number > batches.size() ? Optional.empty() : Optional.of(batches.get((int) number - 1));
    }

    /** The state that was served last for the hour or one before it, and was not taken back. */
    synchronized Optional<ChangeBatch> asOf(HourWindow hour) {
        return batches.stream()
                .filter(batch ->
                        batch.standing() != Standing.WITHDRAWN && batch.hour().compareTo(hour) <= 0)
                .reduce((earlier, later) -> later);
    }

    /** Files that nothing leads to any more since before the instant. */
    synchronized List<String> replacedBefore(Instant instant) {
        return replaced.entrySet().stream()
                .filter(file -> file.getValue().isBefore(instant))
                .map(Map.Entry::getKey)
                .toList();
    }

    synchronized void forget(String file) {
        replaced.remove(file);
    }

    private synchronized void apply(JournalLine line) {
        if (line.entry() instanceof StageDone done) {
            apply(done, line.at());
        } else if (line.entry() instanceof SnapshotPublished published) {
            hours.put(published.sequence(), published.hour());
            add(line, published.sequence(), published.hour(), Standing.HOLDS);
        } else if (line.entry() instanceof SnapshotRolledBack back) {
            batches.replaceAll(batch -> back.withdrawn().contains(batch.sequence()) ? batch.withdrawn() : batch);
            // The hours that were taken back are answered from the earlier state from now on.
            HourWindow newest = back.withdrawn().stream()
                    .map(hours::get)
                    .filter(Objects::nonNull)
                    .max(HourWindow::compareTo)
                    .orElse(hours.get(back.sequence()));
            if (newest != null) {
                add(line, back.sequence(), newest, Standing.TAKES_BACK);
            }
        }
    }

    private void apply(StageDone done, Instant at) {
        switch (done.stage()) {
            case STAGE -> pending = done;
            case FOLD, EXPIRY -> replace(done, at);
            default -> {}
        }
    }

    private void replace(StageDone done, Instant at) {
        String into = done.files().isEmpty() ? null : done.files().get(0);
        batches.replaceAll(batch -> batch.file() == null || !done.counts().containsKey(batch.file())
                ? batch
                : into == null ? batch.expired() : batch.folded(into));
        done.counts().keySet().stream().filter(name -> name.startsWith(FOLDER)).forEach(name -> replaced.put(name, at));
        if (done.stage().equals(EXPIRY)) {
            long last = done.counts().getOrDefault(TO, 0L);
            batches.replaceAll(batch -> batch.number() <= last && batch.isKnown() ? batch.expired() : batch);
        }
    }

    private void add(JournalLine line, long sequence, HourWindow hour, Standing standing) {
        StageDone done = pending;
        pending = null;
        long number = batches.size() + 1L;
        String mark = line.hash().short8();
        if (done == null
                || done.counts().getOrDefault(TO, -1L) != sequence
                || done.counts().getOrDefault(GAP, 0L) == 1) {
            batches.add(new ChangeBatch(number, sequence, hour, line.at(), null, 0, State.GAP, standing, mark));
        } else {
            String file = done.files().isEmpty() ? null : done.files().get(0);
            long changes = done.counts().getOrDefault(CHANGES, 0L);
            batches.add(new ChangeBatch(number, sequence, hour, line.at(), file, changes, State.FRESH, standing, mark));
        }
    }
}
