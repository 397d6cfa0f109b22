package io.hourshare.access;

import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.DataRead;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Writes into the audit chain who read what; the same look again within minutes is one line. */
@Component
public final class ReadLog {

    private static final Duration ONE_LOOK = Duration.ofMinutes(10);
    private static final int REMEMBERED = 10_000;

    private final Journal journal;
    private final Clock clock;
    private final Map<DataRead, Instant> looks = new ConcurrentHashMap<>();
    private final AtomicInteger fullAt = new AtomicInteger(REMEMBERED);

    ReadLog(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** What somebody does with data. */
    public enum Reading {
        PROFILE("查看画像"),
        REVEALED("查看脱敏内容"),
        PRINTED("打印画像"),
        EXPORTED("导出退回数据"),
        DOWNLOADED("下载分析数据");

        private final String title;

        Reading(String title) {
            this.title = title;
        }

        /** What it is called on the screen. */
        public String title() {
            return title;
        }
    }

    /** Notes a reading by the caller of this thread's request, before it is answered. */
    public void note(Reading reading, String subject, String purpose) {
        Caller.current()
                .ifPresent(caller ->
                        note(new DataRead(caller.name(), caller.role().name(), reading.name(), subject, purpose)));
    }

    private void note(DataRead look) {
        Instant now = clock.instant();
        forgetOld(now);
        Instant before = looks.put(look, now);
        if (before == null || before.plus(ONE_LOOK).isBefore(now)) {
            journal.append(look);
        } else {
            looks.put(look, before);
        }
    }

    /** Looked through anew only when twice as many have come: with each look it would cost more than the look. */
    private void forgetOld(Instant now) {
        int full = fullAt.get();
        if (looks.size() > full && fullAt.compareAndSet(full, Integer.MAX_VALUE)) {
            looks.values().removeIf(old -> old.plus(ONE_LOOK).isBefore(now));
            fullAt.set(Math.max(REMEMBERED, looks.size() * 2));
        }
    }
}
