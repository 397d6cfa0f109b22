package io.hourshare.operate.slot;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the hour is driven.
 *
 * @param lag time after a window's end before it is asked for
 * @param parallel feeds that are worked on at the same time
 * @param publishBy at the latest this long after a window's end a snapshot is published with what is there
 * @param publishEvery later arrivals are published at most this often
 * @param retryAtMost longest pause between attempts at a failed slot
 * @param automatic whether hours are driven by themselves; off for tests and single commands
 */
@ConfigurationProperties("hourshare.operate")
public record OperateSettings(
        @DefaultValue("0s") Duration lag,
        @DefaultValue("4") int parallel,
        @DefaultValue("20m") Duration publishBy,
        @DefaultValue("5m") Duration publishEvery,
        @DefaultValue("15m") Duration retryAtMost,
        @DefaultValue("true") boolean automatic) {}
