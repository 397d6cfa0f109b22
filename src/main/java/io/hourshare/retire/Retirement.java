package io.hourshare.retire;

import io.hourshare.merge.MergedProfiles;
import io.hourshare.publish.PublicationWitness;
import io.hourshare.publish.Snapshot;
import io.hourshare.store.Adoptions;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalLine;
import io.hourshare.store.Ledger;
import io.hourshare.store.Leftovers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what earlier hours computed, after each publication: results that nothing needs any more, the records of
 * hours that were normalized again, and temporary files of a crash. What goes is a function of the journal, so whatever
 * is left goes next time, and no line is written for it.
 */
final class Retirement implements PublicationWitness {

    private static final Logger LOG = LoggerFactory.getLogger(Retirement.class);

    private final DataRoot root;
    private final Leftovers leftovers;
    private final Journal journal;
    private final RetireSettings settings;
    private final Clock clock;
    private final StageResults results = new StageResults();
    private final Adoptions adoptions;
    private final ResultFolders folders;
    private final Set<String> gone = ConcurrentHashMap.newKeySet();

    Retirement(
            DataRoot root, Leftovers leftovers, Journal journal, Ledger ledger, RetireSettings settings, Clock clock) {
        this.root = root;
        this.leftovers = leftovers;
        this.journal = journal;
        this.adoptions = ledger.results();
        this.settings = settings;
        this.clock = clock;
        this.folders = new ResultFolders(root);
        journal.follow(this::apply);
        folders.begin();
    }

    private void apply(JournalLine line) {
        results.apply(line);
        folders.apply(line);
        if (line.entry() instanceof BatchAdopted batch) {
            gone.removeAll(batch.files());
        }
    }

    @Override
    public void published(Snapshot snapshot, MergedProfiles merged) {
        try {
            int files = leftovers.sweep(clock.instant()) + retire();
            if (files > 0) {
                LOG.info("已清理以前各小时留下的 {} 个中间文件", files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("以前各小时的中间文件未能全部清理，下次发布后自动再试；请检查数据目录的权限", e);
        }
    }

    /** Answers how many files were deleted. */
    synchronized int retire() throws IOException {
        int files = 0;
        Instant since = clock.instant().minus(settings.after());
        Set<String> needed = ResultFolders.of(results.needed(since));
        for (String folder : folders.all()) {
            if (!needed.contains(folder) && files < settings.atOnce()) {
                files += retire(folder, since);
            }
        }
        for (String file : adoptions.replacedBefore(clock.instant().minus(settings.replacedAfter()))) {
            if (files < settings.atOnce() && gone.add(file)) {
                files += retireReplaced(file);
            }
        }
        return files;
    }

    /** Looks once more while nobody can name the folder: other threads compute meanwhile. */
    private int retire(String folder, Instant since) throws IOException {
        return journal.alone(() -> {
            if (ResultFolders.of(results.needed(since)).contains(folder)) {
                return 0;
            }
            Path path = root.resolve(folder);
            int files = Files.exists(path) ? DurableFiles.deleteFolder(path) : 0;
            folders.forget(folder);
            return files;
        });
    }

    private int retireReplaced(String file) throws IOException {
        return journal.alone(() -> {
            Path path = root.resolve(file);
            if (adoptions.stands(file) || !Files.exists(path)) {
                return 0;
            }
            DurableFiles.delete(path);
            DurableFiles.deleteEmptyFolders(path, root.resolve("lake"));
            return 1;
        });
    }
}
