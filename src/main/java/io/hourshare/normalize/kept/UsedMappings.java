package io.hourshare.normalize.kept;

import io.hourshare.contract.Catalogue;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.CatalogueKept;
import io.hourshare.store.JournalLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mappings that batches were adopted by: the one of today, and former ones as their catalogues were kept. */
public final class UsedMappings {

    private static final Logger LOG = LoggerFactory.getLogger(UsedMappings.class);

    private final Path home;
    private final Catalogue today;
    private final Map<Key, Adopted> adopted = new ConcurrentHashMap<>();
    private final Map<CatalogueKept, Optional<Catalogue>> read = new ConcurrentHashMap<>();

    /** @param home data root that the kept catalogues lie below */
    public UsedMappings(Path home, Journal journal, Catalogue today) {
        this.home = home;
        this.today = today;
        journal.follow(new Adoptions());
    }

    private record Key(FeedId feed, String version) {}

    private record Adopted(Digest mapping, @Nullable CatalogueKept kept) {}

    /** The line that stands last before an adoption says which catalogue it was adopted by. */
    private final class Adoptions implements Consumer<JournalLine> {

        private @Nullable CatalogueKept newest;

        @Override
        public void accept(JournalLine line) {
            if (line.entry() instanceof CatalogueKept kept) {
                newest = kept;
            } else if (line.entry() instanceof BatchAdopted batch) {
                adopted.putIfAbsent(
                        new Key(batch.feed(), batch.catalogue().short8()), new Adopted(batch.catalogue(), newest));
            }
        }
    }

    /** The feed as it is read today; empty where it is not in the catalogue any more. */
    public Optional<UsedMapping> today(FeedId feed) {
        return UsedMapping.in(today, feed);
    }

    /**
     * The feed as it was read by this version of its mapping; empty where that is not kept.
     *
     * @param version {@link UsedMapping#version}; today's mapping where it is not known
     */
    public Optional<UsedMapping> of(FeedId feed, @Nullable String version) {
        Optional<UsedMapping> now = today(feed);
        return version == null
                        || now.filter(used -> used.version().equals(version)).isPresent()
                ? now
                : Optional.ofNullable(adopted.get(new Key(feed, version))).flatMap(former -> kept(feed, former));
    }

    private Optional<UsedMapping> kept(FeedId feed, Adopted former) {
        CatalogueKept kept = former.kept();
        return kept == null
                ? Optional.empty()
                : read.computeIfAbsent(kept, this::read)
                        .flatMap(catalogue -> UsedMapping.in(catalogue, feed, former.mapping()));
    }

    private Optional<Catalogue> read(CatalogueKept kept) {
        try {
            return Optional.of(KeptCatalogues.read(home, kept));
        } catch (IOException damaged) {
            LOG.warn("留存的目录 {} 无法读取，旧映射按现在的说明；请用 verify 检查磁盘", kept.path(), damaged);
            return Optional.empty();
        }
    }
}
