package io.hourshare.normalize.kept;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.kernel.Digest;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.CatalogueKept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the catalogue's files in the data root before anything is adopted by them, named by their content. The line
 * that stands last before an adoption says which catalogue it was adopted by.
 */
public final class KeptCatalogues {

    private final DataRoot root;
    private final Journal journal;
    private final Digest catalogue;
    private final String text;
    private final AtomicReference<@Nullable CatalogueKept> newest = new AtomicReference<>();

    public KeptCatalogues(DataRoot root, Journal journal, CatalogueSource source, Catalogue catalogue) {
        this.root = root;
        this.journal = journal;
        this.catalogue = catalogue.digest();
        this.text = source.json();
        journal.follow(line -> {
            if (line.entry() instanceof CatalogueKept kept) {
                newest.set(kept);
            }
        });
    }

    /** Makes sure that the newest catalogue that the journal names is the one at work. */
    public synchronized void keep() {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Digest content = Digest.of(bytes);
        CatalogueKept before = newest.get();
        if (before != null && before.content().equals(content)) {
            return;
        }
        String path = "catalogues/" + content.short8() + ".json";
        try {
            DurableFiles.write(root.resolve(path), temporary -> Files.write(temporary, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("Catalogue cannot be kept: " + path, e);
        }
        journal.append(new CatalogueKept(catalogue, path, content));
    }

    /**
     * Reads a kept catalogue.
     *
     * @throws IOException where the file is missing or is not what the journal names
     */
    public static Catalogue read(Path home, CatalogueKept kept) throws IOException {
        byte[] bytes = Files.readAllBytes(home.resolve(kept.path()));
        if (!Digest.of(bytes).equals(kept.content())) {
            throw new IOException("内容与日志所记的摘要不符");
        }
        return CatalogueReader.read(CatalogueSource.ofJson(new String(bytes, StandardCharsets.UTF_8)))
                .catalogue();
    }
}
