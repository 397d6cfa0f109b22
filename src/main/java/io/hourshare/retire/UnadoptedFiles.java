package io.hourshare.retire;

import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.ObjectLanded;
import io.hourshare.store.JournalLine;
import io.hourshare.store.Ledger;
import io.hourshare.store.SlotState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Folders of landed and normalized records that a process left before any line named them, of windows that were done
 * since: the department gave something else meanwhile, the mapping changed, or a person refused the batch. They would
 * outlive what their contract allows. Work takes over what it finds under the right name, so they go before any begins.
 */
final class UnadoptedFiles {

    private static final List<String> AREAS = List.of("landing", "lake/normalized", "lake/quarantine");
    private static final Pattern FOLDER =
            Pattern.compile("(?:landing|lake/normalized|lake/quarantine)/([^/]+)/([^/]+)/[0-9a-f]{8}");

    private final DataRoot root;
    private final Ledger ledger;

    UnadoptedFiles(DataRoot root, Ledger ledger) {
        this.root = root;
        this.ledger = ledger;
    }

    /** Answers how many files went. A journal that cannot be read to its end tells too little to delete anything by. */
    int delete(Journal journal) throws IOException {
        if (journal.damage().isPresent()) {
            return 0;
        }
        Set<String> named =
                journal.lines().stream().flatMap(UnadoptedFiles::named).collect(Collectors.toSet());
        int files = 0;
        for (String area : AREAS) {
            for (Path folder : below(root.resolve(area), 3)) {
                if (!named.contains(root.relativize(folder)) && isDone(root.relativize(folder))) {
                    files += DurableFiles.deleteFolder(folder);
                    DurableFiles.deleteEmptyFolders(folder, root.resolve(area));
                }
            }
        }
        return files;
    }

    private static Stream<String> named(JournalLine line) {
        if (line.entry() instanceof ObjectLanded object) {
            return Stream.of(folder(object.path()));
        }
        return line.entry() instanceof BatchAdopted batch
                ? batch.files().stream().map(UnadoptedFiles::folder)
                : Stream.empty();
    }

    private static String folder(String file) {
        return file.substring(0, file.lastIndexOf('/'));
    }

    /** What is still due, held or failed will be wanted. */
    private boolean isDone(String folder) {
        Matcher named = FOLDER.matcher(folder);
        if (!named.matches()) {
            return false;
        }
        try {
            return ledger.slot(FeedId.parse(named.group(1)), HourWindow.parse(named.group(2)))
                    .filter(slot -> slot.state() == SlotState.DONE || slot.state() == SlotState.WAIVED)
                    .isPresent();
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return false;
        }
    }

    private static Set<Path> below(Path area, int depth) throws IOException {
        if (!Files.isDirectory(area)) {
            return Set.of();
        }
        try (Stream<Path> all = Files.walk(area, depth)) {
            return all.filter(path -> path.getNameCount() == area.getNameCount() + depth)
                    .filter(Files::isDirectory)
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }
}
