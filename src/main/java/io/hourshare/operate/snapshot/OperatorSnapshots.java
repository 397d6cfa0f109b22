package io.hourshare.operate.snapshot;

import io.hourshare.publish.Snapshot;
import io.hourshare.publish.SnapshotUnshowableException;
import io.hourshare.publish.Snapshots;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.Ledger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What operators may know of published snapshots, and do with them. Safe for use by many threads. */
public final class OperatorSnapshots {

    private final Snapshots snapshots;
    private final Ledger ledger;

    public OperatorSnapshots(Snapshots snapshots, Ledger ledger) {
        this.snapshots = snapshots;
        this.ledger = ledger;
    }

    /** Kept snapshots, the newest first. */
    public List<SnapshotLine> all() {
        return snapshots.kept().stream()
                .sorted(Comparator.comparingLong(Snapshot::sequence).reversed())
                .map(this::line)
                .toList();
    }

    /** Why nothing is published at present, if so. */
    public Optional<Hold> hold() {
        return ledger.publicationHold().map(Hold::of);
    }

    /**
     * What {@code to} has otherwise than {@code from}.
     *
     * @param from where null, the newest one that is kept from before
     * @throws SnapshotRefusedException when one of them is not kept
     */
    public SnapshotDiff diff(@Nullable Long from, long to) {
        Snapshot newer = kept(to);
        Snapshot older = from == null ? before(to, "快照 " + to + " 之前没有保留的快照可比；请用 against 指定另一个") : kept(from);
        return new Comparing(snapshots).diff(older, newer);
    }

    /**
     * Serves an earlier snapshot again and holds publication until somebody releases it.
     *
     * @param sequence the one before the served snapshot where {@code null}
     * @throws SnapshotRefusedException when there is no such snapshot, or no reason
     */
    public SnapshotLine rollBack(@Nullable Long sequence, String actor, String reason) {
        requireReason(reason);
        try {
            return line(snapshots.rollBack(target(sequence).sequence(), actor, reason));
        } catch (SnapshotUnshowableException e) {
            throw new SnapshotRefusedException("snapshot-unshowable", String.valueOf(e.getMessage()));
        }
    }

    /** What {@link #rollBack} would change; nothing is done. */
    public PublicationPlan previewRollBack(@Nullable Long sequence) {
        Snapshot target = target(sequence);
        List<Long> withdraws = ledger.publications().stream()
                .map(SnapshotPublished::sequence)
                .filter(newer -> newer > target.sequence() && !snapshots.isWithdrawn(newer))
                .toList();
        return new PublicationPlan(line(target), withdraws, ledger.adoptionsSincePublication());
    }

    private Snapshot target(@Nullable Long sequence) {
        long served = snapshots
                .current()
                .map(Snapshot::sequence)
                .orElseThrow(() -> new SnapshotRefusedException("snapshot-none", "还没有发布过快照，无可回退"));
        Snapshot target = sequence == null ? before(served, "当前快照之前没有保留的快照，无法回退") : kept(sequence);
        if (target.sequence() >= served) {
            throw new SnapshotRefusedException("snapshot-not-earlier", "只能回退到比当前快照（" + served + "）更早的快照；请从列表中选择较早的一个");
        }
        return target;
    }

    /** What {@link #release} would let through: publication goes on from what is served; nothing is done. */
    public PublicationPlan previewRelease() {
        requireHeld();
        SnapshotLine served = snapshots.current().map(this::line).orElseThrow();
        return new PublicationPlan(served, List.of(), ledger.adoptionsSincePublication());
    }

    /**
     * Lets publication go on.
     *
     * @throws SnapshotRefusedException when it is not held, or without a reason
     */
    public void release(String actor, String reason) {
        requireReason(reason);
        requireHeld();
        snapshots.release(actor, reason);
    }

    private void requireHeld() {
        if (hold().isEmpty()) {
            throw new SnapshotRefusedException("publication-not-held", "发布没有被暂停，无需解除");
        }
    }

    private Snapshot before(long sequence, String otherwise) {
        return snapshots.kept().stream()
                .filter(snapshot -> snapshot.sequence() < sequence && !snapshots.isWithdrawn(snapshot.sequence()))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new SnapshotRefusedException("snapshot-not-kept", otherwise));
    }

    private Snapshot kept(long sequence) {
        return snapshots.kept().stream()
                .filter(snapshot -> snapshot.sequence() == sequence)
                .findFirst()
                .orElseThrow(() ->
                        new SnapshotRefusedException("snapshot-not-kept", "快照 " + sequence + " 不存在或已不保留；请从列表中选择"));
    }

    private SnapshotLine line(Snapshot snapshot) {
        return new SnapshotLine(
                snapshot.sequence(),
                snapshot.hour().label(),
                snapshot.publishedAt(),
                snapshot.content().hex(),
                snapshots
                        .current()
                        .filter(current -> current.sequence() == snapshot.sequence())
                        .isPresent(),
                snapshots.isWithdrawn(snapshot.sequence()),
                snapshots
                        .publication(snapshot.sequence())
                        .map(SnapshotPublished::counts)
                        .orElseThrow());
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new SnapshotRefusedException("reason-missing", "请写明事由，它会记入日志");
        }
    }
}
