package io.hourshare.verify;

import io.hourshare.contract.Catalogue;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a replay needs beside the data root.
 *
 * @param landingKeys folder with the keys of encrypted landing; {@code null} for the one beside the data root
 * @param tokenKey file with the key of the tokens; {@code null} for the one beside the data root
 */
public record Sources(
        Catalogue catalogue,
        @Nullable Path tokenKey,
        @Nullable Path landingKeys) {

    /** With the keys of encrypted landing where they usually lie. */
    public Sources(Catalogue catalogue, @Nullable Path tokenKey) {
        this(catalogue, tokenKey, null);
    }
}
