package io.hourshare.merge;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineException;
import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import io.hourshare.normalize.CurrentRecords;
import io.hourshare.normalize.kept.UsedMappings;
import io.hourshare.resolve.Resolution;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.store.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Turns resolved records into profiles whose every value names its source. */
@Component
public final class Merger {

    private static final Logger LOG = LoggerFactory.getLogger(Merger.class);

    private final Catalogue catalogue;
    private final Engine engine;
    private final DataRoot root;
    private final Journal journal;
    private final Ledger ledger;
    private final DecidedValues decided;
    private final UsedMappings mappings;

    Merger(
            Catalogue catalogue,
            Engine engine,
            DataRoot root,
            Journal journal,
            Ledger ledger,
            DecidedValues decided,
            UsedMappings mappings) {
        this.catalogue = catalogue;
        this.engine = engine;
        this.root = root;
        this.journal = journal;
        this.ledger = ledger;
        this.decided = decided;
        this.mappings = mappings;
    }

    /** What is to be merged, and the digest of all of it. */
    private record Asked(CurrentRecords current, Resolution resolution, List<DecidedValue> decided, Digest inputs) {}

    /** Profiles of these records; the same inputs give the files of the first time. */
    public MergedProfiles merge(CurrentRecords current, Resolution resolution) {
        List<DecidedValue> values = decided.inForce();
        Digest inputs = Digest.of(List.of(
                ProfileModels.GENERATION,
                current.digest().hex(),
                resolution.digest().hex(),
                catalogue.digest().hex(),
                values.toString()));
        return finished(inputs).orElseGet(() -> run(new Asked(current, resolution, values, inputs)));
    }

    /** What was merged from these inputs before, where its files are still there. */
    public Optional<MergedProfiles> finished(Digest inputs) {
        return ledger.stage(StageDone.MERGE, inputs.hex()).flatMap(done -> MergedProfiles.kept(done, root));
    }

    private MergedProfiles run(Asked asked) {
        StageDone done = over(asked, Former.last(ledger, root));
        journal.append(done);
        return MergedProfiles.of(done);
    }

    /** Tables of before that cannot be read must not keep those after them from being made. */
    private StageDone over(Asked asked, Optional<Former> former) {
        try {
            return build(asked, former);
        } catch (EngineException e) {
            if (former.isEmpty()) {
                throw e;
            }
            LOG.warn("上一次合并的画像文件不能沿用，全部重新合并：{}", former.get().done().files(), e);
            return build(asked, Optional.empty());
        }
    }

    private StageDone build(Asked asked, Optional<Former> former) {
        try (Session session = engine.open()) {
            SameValue.rules().forEach(session::register);
            ProfileInputs rows =
                    ProfileInputs.of(session, root, catalogue.feeds(), asked.current(), asked.resolution());
            ProfileModels models = new ProfileModels(catalogue, session, rows, asked.decided(), mappings);
            MadeOf madeOf = models.madeOf();
            Top top = former.filter(before -> before.bears(madeOf.rules(), root))
                    .flatMap(before -> Top.over(before, madeOf, session, root))
                    .orElse(null);
            ProfileFiles files = new ProfileFiles(session, root, folder(asked.inputs(), top), models.byName(), top);
            if (top == null) {
                rows.showEverybody();
            } else {
                rows.showOnly(top.touched());
            }
            models.run(files);
            return files.done(asked.inputs(), madeOf);
        }
    }

    /** What lies over a base depends on that base, too: another attempt may find none, and must not take it for whole. */
    private static String folder(Digest inputs, @Nullable Top top) {
        if (top == null) {
            return "lake/profile/" + inputs.short8();
        }
        List<String> parts = new ArrayList<>(top.former().done().files());
        parts.add(inputs.hex());
        return "lake/profile/" + Digest.of(parts).short8();
    }
}
