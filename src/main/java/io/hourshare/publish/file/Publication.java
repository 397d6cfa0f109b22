package io.hourshare.publish.file;

import io.hourshare.kernel.HourWindow;
import io.hourshare.merge.MergedProfiles;
import io.hourshare.publish.PublicationContext;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is about to be published.
 *
 * @param earlier the served file of the snapshot before, from which unchanged documents are taken; null where none
 * @param builtAt time that the files themselves name
 * @param ended what of the profiles must not be shown any more
 */
public record Publication(
        long sequence,
        MergedProfiles merged,
        HourWindow hour,
        PublicationContext context,
        @Nullable Path earlier,
        Instant builtAt,
        Ended ended) {

    public Publication(
            long sequence,
            MergedProfiles merged,
            HourWindow hour,
            PublicationContext context,
            @Nullable Path earlier,
            Instant builtAt) {
        this(sequence, merged, hour, context, earlier, builtAt, Ended.NOTHING);
    }

    /** The same of these profiles alone, a part of all. */
    Publication of(MergedProfiles part) {
        return new Publication(sequence, part, hour, context, null, builtAt, ended);
    }

    /** The same, with every document built anew. */
    public Publication anew() {
        return new Publication(sequence, merged, hour, context, null, builtAt, ended);
    }
}
