package io.hourshare.upload;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hourshare.normalize.TriedChange;

/**
 * A file that was handed in and not yet landed.
 *
 * @param id what it is landed by
 * @param window hour that it would be the delivery of
 * @param change what it would change
 */
public record Upload(
        String id,
        String feed,
        @JsonProperty("feed_title") String feedTitle,
        String file,
        long size,
        String window,
        TriedChange change) {}
