package io.hourshare.operate.slot;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How threads that write files are ended: whoever interrupts one closes the channels that it has open, the journal's and
 * the database's among them, under all the others.
 */
public final class Ending {

    private static final int SECONDS = 20;

    private Ending() {}

    /** Waits for what is being done; what takes longer is interrupted after all. */
    public static void of(ExecutorService threads) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
