package io.hourshare.operate.slot;

import io.hourshare.kernel.FeedId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Lets one piece of work at a time touch a feed, so that a run and the hour never write the same window. */
final class FeedLocks {

    private final Map<FeedId, ReentrantLock> locks = new ConcurrentHashMap<>();

    boolean holding(FeedId feed, BooleanSupplier work) {
        ReentrantLock lock = locks.computeIfAbsent(feed, absent -> new ReentrantLock(true));
        lock.lock();
        try {
            return work.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }
}
