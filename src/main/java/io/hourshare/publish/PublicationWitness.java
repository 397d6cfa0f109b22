package io.hourshare.publish;

import io.hourshare.merge.MergedProfiles;
import java.util.Optional;

/** Is told of every publication: what must stand beside a snapshot before it counts, and what follows from it. */
public interface PublicationWitness {

    /**
     * The next snapshot is built and verified, and nobody knows of it yet; what fails here stops the publication.
     *
     * @param served the snapshot that is served until now; empty where there is none or its files are gone
     */
    default void built(Optional<Snapshot> served, Snapshot next, MergedProfiles merged) {}

    /** An earlier snapshot is about to be served again; what fails here stops the rollback. */
    default void rollingBack(Optional<Snapshot> served, Snapshot target) {}

    /** Everybody is served from the snapshot; what fails here stops nothing. */
    default void published(Snapshot snapshot, MergedProfiles merged) {}
}
