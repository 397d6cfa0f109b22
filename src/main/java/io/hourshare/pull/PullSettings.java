package io.hourshare.pull;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Patience with sources.
 *
 * @param deadline longest time that one feed's pull may take, all attempts together
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest silence in the middle of an answer
 * @param pages most pages (or files, or questions) of one delivery
 * @param attempts tries of one call before the pull fails
 * @param backoff wait before the second try; doubles with each further one
 * @param longestWait most that a source's Retry-After is obeyed for
 * @param repulls how often a delivery is begun anew because the source changed while it was read
 * @param zone time zone of the departments' local times
 */
@ConfigurationProperties("hourshare.pull")
public record PullSettings(
        @DefaultValue("10m") Duration deadline,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("20000") int pages,
        @DefaultValue("5") int attempts,
        @DefaultValue("1s") Duration backoff,
        @DefaultValue("2m") Duration longestWait,
        @DefaultValue("2") int repulls,
        @DefaultValue("Asia/Shanghai") ZoneId zone) {}
