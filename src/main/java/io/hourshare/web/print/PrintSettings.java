package io.hourshare.web.print;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How profiles are printed: {@code hourshare.print}.
 *
 * @param font file of a font with Chinese characters, with {@code ,n} behind a collection's; found by itself where absent
 */
@ConfigurationProperties("hourshare.print")
record PrintSettings(@Nullable String font) {}
