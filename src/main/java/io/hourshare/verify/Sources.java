package io.hourshare.verify;

import io.hourshare.contract.Catalogue;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What verification needs beside the data root.
 *
 * @param landingKeys folder with the keys of encrypted landing; {@code null} for the one beside the data root
 * @param tokenKey file with the key of the tokens; {@code null} for the one beside the data root
 * @param anchor file with each hour's seal once more; {@code null} for the one in the data root
 */
public record Sources(
        Catalogue catalogue,
        @Nullable Path tokenKey,
        @Nullable Path landingKeys,
        @Nullable Path anchor) {

    /** Where seals are anchored unless a setting says otherwise, below the data root. */
    public static final String ANCHOR = "evidence/roots.jsonl";

    /** With the keys of encrypted landing where they usually lie. */
    public Sources(Catalogue catalogue, @Nullable Path tokenKey) {
        this(catalogue, tokenKey, null, null);
    }
}
