package io.hourshare.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of every DuckDB instance.
 *
 * @param memory for example {@code 2GB}; DuckDB's own default would be 80 % of the machine
 */
@ConfigurationProperties("hourshare.engine")
public record EngineSettings(
        @DefaultValue("2GB") String memory,
        @DefaultValue("2") int threads) {}
