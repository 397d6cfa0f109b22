package io.hourshare.merge;

import io.hourshare.kernel.Digest;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.store.Ledger;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The merge before, on whose tables the next one may be built. */
record Former(StageDone done, MadeOf madeOf) {

    /** The last one, where it says what it was made of and all that is still there. */
    static Optional<Former> last(Ledger ledger, DataRoot root) {
        return ledger.lastStage(StageDone.MERGE)
                .filter(done -> root.holds(done.files()))
                .flatMap(done -> FileNames.of(done.files())
                        .named(FileNames.MADE_OF)
                        .flatMap(path -> MadeOf.read(root, path))
                        .map(madeOf -> new Former(done, madeOf)))
                .filter(former -> root.holds(former.madeOf().inputs()));
    }

    /** Whether the rules are these and every file has the bytes that were written. */
    boolean bears(Digest rules, DataRoot root) {
        return madeOf.rules().equals(rules)
                && madeOf.written().entrySet().stream().allMatch(file -> isWhole(file, root));
    }

    private static boolean isWhole(Map.Entry<String, String> file, DataRoot root) {
        try {
            return DurableFiles.digest(root.resolve(file.getKey())).hex().equals(file.getValue());
        } catch (IOException unreadable) {
            return false;
        }
    }

    MergedProfiles merged() {
        return MergedProfiles.of(done);
    }

    /** Who was touched since the base was made; none where it is the base itself. */
    Optional<String> touched() {
        return FileNames.of(done.files()).named(FileNames.TOUCHED);
    }
}
