package io.hourshare.publish;

import io.hourshare.merge.MergedProfiles;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All witnesses, asked for only when something is published: some of them need what is served. */
final class PublicationWitnesses implements PublicationWitness {

    private static final Logger LOG = LoggerFactory.getLogger(PublicationWitnesses.class);

    private final Supplier<List<PublicationWitness>> all;

    PublicationWitnesses(Supplier<List<PublicationWitness>> all) {
        this.all = all;
    }

    static PublicationWitnesses none() {
        return new PublicationWitnesses(List::of);
    }

    @Override
    public void built(Optional<Snapshot> served, Snapshot next, MergedProfiles merged) {
        all.get().forEach(witness -> witness.built(served, next, merged));
    }

    @Override
    public void rollingBack(Optional<Snapshot> served, Snapshot target) {
        all.get().forEach(witness -> witness.rollingBack(served, target));
    }

    @Override
    public void published(Snapshot snapshot, MergedProfiles merged) {
        for (PublicationWitness witness : all.get()) {
            try {
                witness.published(snapshot, merged);
            } catch (RuntimeException e) {
                LOG.error("快照 {} 已发布，但其后的处理未完成，下次发布时重试", snapshot.sequence(), e);
            }
        }
    }
}
