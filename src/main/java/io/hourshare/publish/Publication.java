package io.hourshare.publish;

import io.hourshare.kernel.HourWindow;
import io.hourshare.merge.MergedProfiles;
import java.time.Instant;

/**
 * What is about to be published.
 *
 * @param builtAt time that the files themselves name
 */
record Publication(
        long sequence, MergedProfiles merged, HourWindow hour, PublicationContext context, Instant builtAt) {}
