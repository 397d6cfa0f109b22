package io.hourshare.verify;

import io.hourshare.contract.Catalogue;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a replay needs beside the data root.
 *
 * @param tokenKey file with the key of the tokens; {@code null} for the one beside the data root
 */
public record Sources(Catalogue catalogue, @Nullable Path tokenKey) {}
