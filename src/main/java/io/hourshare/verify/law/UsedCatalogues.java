package io.hourshare.verify.law;

import io.hourshare.contract.Catalogue;
import io.hourshare.normalize.kept.KeptCatalogues;
import io.hourshare.normalize.kept.UsedMapping;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.CatalogueKept;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which catalogue each batch was adopted by: the one that the journal kept last before it. */
public final class UsedCatalogues {

    private final Path home;
    private final Catalogue today;
    private final Map<BatchAdopted, CatalogueKept> kept = new HashMap<>();
    private final Map<CatalogueKept, Optional<Catalogue>> read = new HashMap<>();

    public UsedCatalogues(Subject subject, Catalogue today) {
        this.home = subject.home();
        this.today = today;
        @Nullable CatalogueKept newest = null;
        for (var placed : subject.journal().lines()) {
            if (placed.line().entry() instanceof CatalogueKept line) {
                newest = line;
            } else if (newest != null && placed.line().entry() instanceof BatchAdopted batch) {
                kept.put(batch, newest);
            }
        }
    }

    /** Empty where the mapping that the batch was adopted by is neither kept nor the one of today. */
    public Optional<UsedMapping> of(BatchAdopted batch) {
        return Optional.ofNullable(kept.get(batch))
                .flatMap(this::catalogue)
                .flatMap(catalogue -> feed(catalogue, batch))
                .or(() -> feed(today, batch));
    }

    private static Optional<UsedMapping> feed(Catalogue catalogue, BatchAdopted batch) {
        return UsedMapping.in(catalogue, batch.feed(), batch.catalogue());
    }

    /** Where that catalogue is kept; empty for a batch that was adopted before catalogues were. */
    public Optional<CatalogueKept> kept(BatchAdopted batch) {
        return Optional.ofNullable(kept.get(batch));
    }

    /** Reading a catalogue takes a moment; the one of today is at hand. */
    private Optional<Catalogue> catalogue(CatalogueKept line) {
        return line.catalogue().equals(today.digest()) ? Optional.of(today) : read.computeIfAbsent(line, this::read);
    }

    private Optional<Catalogue> read(CatalogueKept line) {
        try {
            return Optional.of(KeptCatalogues.read(home, line));
        } catch (IOException damaged) {
            return Optional.empty(); // law 1 says so
        }
    }
}
