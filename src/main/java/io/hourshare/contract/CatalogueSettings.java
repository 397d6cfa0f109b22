package io.hourshare.contract;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the catalogue is.
 *
 * @param catalogue folder that overrides the embedded catalogue, or null
 */
@ConfigurationProperties("hourshare")
record CatalogueSettings(@Nullable Path catalogue) {

    CatalogueSource source() {
        return catalogue == null ? CatalogueSource.embedded() : CatalogueSource.directory(catalogue);
    }
}
