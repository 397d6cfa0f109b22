package io.hourshare.sandbox;

import java.time.Duration;

/**
 * What is the matter with one department's systems.
 *
 * @param off nobody answers
 * @param slow each connection, or file, comes so much later
 * @param broken answers break off in the middle
 */
public record Trouble(boolean off, Duration slow, boolean broken) {

    public static final Trouble NONE = new Trouble(false, Duration.ZERO, false);
    public static final Trouble OFF = new Trouble(true, Duration.ZERO, false);
    public static final Trouble BROKEN = new Trouble(false, Duration.ZERO, true);

    public static Trouble slow(Duration by) {
        return new Trouble(false, by, false);
    }
}
