package io.hourshare.land;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the keys of encrypted landing lie.
 *
 * @param keys folder outside the data root; {@code <data root>-keys/landing} where it is not given
 */
@ConfigurationProperties("hourshare.land")
record KeySettings(@Nullable Path keys) {

    PeriodKeys of(Path home) {
        return new PeriodKeys(keys == null ? PeriodKeys.beside(home) : keys, home);
    }
}
