package io.hourshare.contract;

import io.hourshare.contract.draft.DraftWriter;
import io.hourshare.contract.draft.SampleReader;
import io.hourshare.kernel.FeedId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a new feed as guessed from a sample, for people to look over.
 *
 * @param files contents by path relative to the catalogue: contract, route, job, and a canonical contract where the
 *     sample has several records per enterprise
 * @param notes what was guessed and why, in Chinese, one line each
 */
public record FeedDraft(FeedId id, SortedMap<String, String> files, List<String> notes) {

    public FeedDraft {
        files = new TreeMap<>(files);
        notes = List.copyOf(notes);
    }

    /**
     * Guesses charset, delimiter, types, codes, dates, units and key.
     *
     * @param fileName name of the sample; only its form matters
     * @throws IllegalArgumentException where no record can be found, with a Chinese message
     */
    public static FeedDraft of(FeedId id, String fileName, byte[] sample, Catalogue catalogue) {
        return of(id, fileName, sample, catalogue, RouteWish.NONE);
    }

    /** As {@link #of(FeedId, String, byte[], Catalogue)}, fetched as wished; a wish that cannot be is refused. */
    public static FeedDraft of(FeedId id, String fileName, byte[] sample, Catalogue catalogue, RouteWish wish) {
        DraftWriter writer = new DraftWriter(id, fileName, SampleReader.read(sample), catalogue, wish);
        return new FeedDraft(id, writer.files(), writer.notes());
    }
}
