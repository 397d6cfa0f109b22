package io.hourshare.retire;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what was computed stays once something else has taken its place.
 *
 * @param after results of a stage (current records, identity, profiles); late hours build on the one before them
 * @param replacedAfter records of an hour that was normalized again
 * @param atOnce files deleted after one publication at most, so that the next never waits long
 */
@ConfigurationProperties("hourshare.retire")
record RetireSettings(
        @DefaultValue("6h") Duration after,
        @DefaultValue("7d") Duration replacedAfter,
        @DefaultValue("5000") int atOnce) {}
