package io.hourshare.normalize;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.engine.Engine;
import io.hourshare.land.LandedFiles;
import io.hourshare.land.LandedObject;
import io.hourshare.normalize.convert.Rules;
import io.hourshare.normalize.decode.text.UnreadableObjectException;
import io.hourshare.store.JournalFact.BatchAdopted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Normalizes landed objects once more into a folder apart, so that the results can be laid beside the first ones. */
public final class Replay {

    private final Catalogue catalogue;
    private final ObjectNormalizer objects;
    private final ReturnedRecords returned;

    private Replay(Catalogue catalogue, ObjectNormalizer objects, ReturnedRecords returned) {
        this.returned = returned;
        this.catalogue = catalogue;
        this.objects = objects;
    }

    /**
     * Empty where the key of the tokens is not at hand: without it personal values come out otherwise.
     *
     * @param home data root beside which the key lies; nothing is written there
     * @param landed its landing
     * @param apart folder that takes the results under the paths of the first ones
     * @param tokenKey file with the key; {@code null} for the one beside the data root
     */
    public static Optional<Replay> open(
            Catalogue catalogue, Path home, LandedFiles landed, Path apart, Engine engine, @Nullable Path tokenKey) {
        NormalizeSettings settings = new NormalizeSettings(tokenKey);
        if (!Files.isReadable(settings.keyFile(home))) {
            return Optional.empty();
        }
        Rules rules = new Rules(settings.tokens(home));
        return Optional.of(new Replay(
                catalogue,
                new ObjectNormalizer(landed, apart::resolve, engine, rules),
                new ReturnedRecords(engine, home::resolve)));
    }

    /**
     * Paths below both folders that the object's records and its quarantine have.
     *
     * @throws BatchHeldException where the object as a whole cannot be trusted
     */
    public List<String> replay(Feed feed, LandedObject object) {
        return paths(() -> objects.normalize(new FeedMapping(feed, catalogue), object));
    }

    /** As {@link #replay}, of those records alone that the earlier result sent back; no path where there are none. */
    public List<String> mend(Feed feed, LandedObject object, BatchAdopted before) {
        Map<Long, ReturnedRecords.Place> places = returned.places(before).get(object.path());
        return places == null
                ? List.of()
                : paths(() -> objects.mend(new FeedMapping(feed, catalogue), object, places, before.mapped()));
    }

    private static List<String> paths(Supplier<NormalizedPart> work) {
        try {
            NormalizedPart part = work.get();
            List<String> paths = new ArrayList<>(List.of(part.records()));
            paths.addAll(part.quarantine());
            return paths;
        } catch (UnreadableObjectException e) {
            throw new BatchHeldException(e.reason().name(), String.valueOf(e.getMessage()));
        }
    }
}
