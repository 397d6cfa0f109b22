package io.hourshare.pull.http;

import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself.
 *
 * @param records how many it holds
 * @param total how many the source declares over all pages
 * @param number which page the source says it is
 * @param cursor where the next page begins; null where there is none
 * @param further whether it says by other means than a total that more pages follow
 * @param trouble the source's own error in a page that came as a success
 */
record PageFacts(
        long records,
        @Nullable Long total,
        @Nullable Long number,
        @Nullable String cursor,
        boolean further,
        @Nullable String trouble) {}
