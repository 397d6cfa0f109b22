package io.hourshare.publish;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many snapshots stay and how they are read.
 *
 * @param keep snapshots kept, the current one among them
 * @param readers sessions on the served file; about the number of cores, more only add waiting
 * @param patience how long a reader waits for a session before it is told to come back
 */
@ConfigurationProperties("hourshare.publish")
record PublishSettings(
        @DefaultValue("24") int keep,
        @DefaultValue("4") int readers,
        @DefaultValue("5s") Duration patience) {}
