package io.hourshare.operate.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Lets the same sentence be written only so often a minute, and then says how often it was left out: the trouble of one
 * feed must neither fill the disk nor bury what the others have to say.
 */
final class FloodGate extends TurboFilter {

    static final int A_MINUTE = 120;

    private static final long MINUTE = 60_000_000_000L;
    private static final int MOST_SENTENCES = 2_000;

    private final LongSupplier nanos;
    private final Map<String, Minute> sentences = new ConcurrentHashMap<>();

    /** @param nanos a clock that never goes back */
    FloodGate(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private static final class Minute {
        private long since;
        private int written;
        private int left;
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable failure) {
        if (format == null || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            return FilterReply.NEUTRAL; // a question whether it would be written, or one that is not
        }
        if (sentences.size() > MOST_SENTENCES) {
            sentences.clear();
        }
        // Without parameters the text itself may differ each time.
        String sentence = logger.getName() + (parameters == null ? "" : format);
        return passes(sentences.computeIfAbsent(sentence, absent -> new Minute()), logger)
                ? FilterReply.NEUTRAL
                : FilterReply.DENY;
    }

    private boolean passes(Minute minute, Logger logger) {
        int before = 0;
        boolean passes;
        synchronized (minute) {
            long now = nanos.getAsLong();
            if (minute.written == 0 || now - minute.since >= MINUTE) {
                before = minute.left;
                minute.since = now;
                minute.written = 0;
                minute.left = 0;
            }
            passes = minute.written < A_MINUTE;
            minute.written += passes ? 1 : 0;
            minute.left += passes ? 0 : 1;
        }
        if (before > 0) {
            logger.warn("同类日志过多，此前有 {} 条没有写出；请看运行页与失败原因", before);
        }
        return passes;
    }
}
