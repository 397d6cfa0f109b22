package io.hourshare.history;

import io.hourshare.engine.Engine;
import io.hourshare.publish.PublicationWitness;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;

/** Lets a town of another package keep what its publications change. */
public final class RecordedChanges {

    private RecordedChanges() {}

    public static PublicationWitness of(DataRoot root, Engine engine, Journal journal) {
        return new ChangeRecorder(new ChangeFile(root, engine), journal);
    }
}
