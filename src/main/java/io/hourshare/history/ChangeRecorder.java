package io.hourshare.history;

import io.hourshare.history.ChangeFile.Written;
import io.hourshare.kernel.Digest;
import io.hourshare.merge.MergedProfiles;
import io.hourshare.publish.PublicationWitness;
import io.hourshare.publish.Snapshot;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.StageDone;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps what each publication and each rollback changes, before it counts. */
final class ChangeRecorder implements PublicationWitness {

    private final ChangeFile changes;
    private final Journal journal;

    ChangeRecorder(ChangeFile changes, Journal journal) {
        this.changes = changes;
        this.journal = journal;
    }

    @Override
    public void built(Optional<Snapshot> served, Snapshot next, MergedProfiles merged) {
        record(served, next, "%06d".formatted(next.sequence()));
    }

    @Override
    public void rollingBack(Optional<Snapshot> served, Snapshot target) {
        String from =
                served.map(snapshot -> "%06d-".formatted(snapshot.sequence())).orElse("");
        record(served, target, from + "back-to-%06d".formatted(target.sequence()));
    }

    private void record(Optional<Snapshot> served, Snapshot next, String name) {
        Optional<Written> written = served.flatMap(before -> before.content().equals(next.content())
                ? Optional.of(new Written(null, 0))
                : changes.write(before.serveFile(), next.serveFile(), name));
        Digest inputs = Digest.of(List.of(
                served.map(before -> before.sequence() + before.content().hex()).orElse(""),
                next.sequence() + next.content().hex()));
        journal.append(new StageDone(
                ChangeBatches.STAGE,
                inputs,
                written.map(Written::file).stream().toList(),
                Map.of(
                        ChangeBatches.TO,
                        next.sequence(),
                        ChangeBatches.CHANGES,
                        written.map(Written::changes).orElse(0L),
                        ChangeBatches.GAP,
                        written.isPresent() ? 0L : 1L)));
    }
}
