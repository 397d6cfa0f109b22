package io.hourshare.web;

import io.hourshare.operate.snapshot.Hold;
import io.hourshare.serve.ServedVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page: whose data, of which hour, and whether it is late.
 *
 * @param hour the snapshot's hour, or null before the first publication
 * @param heldBack that somebody took publications back, and why; null when the newest one is served
 * @param warning what somebody should know before trusting the page; null when all is well
 */
public record Frame(
        @Nullable String snapshot,
        @Nullable String hour,
        @Nullable String published,
        @Nullable String heldBack,
        @Nullable String warning) {

    /** An hour is published 20 minutes after it ends; a little more is no news. */
    private static final Duration LATE = Duration.ofMinutes(90);

    static Frame of(Optional<ServedVersion> version, Optional<Hold> hold, Instant now) {
        return version.map(served -> of(served, hold, now))
                .orElseGet(() -> new Frame(null, null, null, null, "还没有发布过数据：首次取数完成后即可查询，请稍后刷新。"));
    }

    static Frame of(ServedVersion version, Optional<Hold> hold, Instant now) {
        Duration age = Duration.between(version.hour().end(), now);
        String warning = age.compareTo(LATE) > 0
                ? "数据未按时更新：当前为 " + ShownTime.hour(version.hour()) + " 的快照，距今 " + age.toHours()
                        + " 小时。页面仍可使用，请留意各项的数据时间。"
                : null;
        return new Frame(
                Long.toString(version.sequence()),
                ShownTime.hour(version.hour()),
                ShownTime.minute(version.publishedAt()),
                hold.map(Frame::heldBack).orElse(null),
                warning);
    }

    private static String heldBack(Hold hold) {
        return "数据已回退：" + ShownTime.minute(hold.since()) + " 起用快照 " + hold.sequence() + "，解除之前不再更新。事由：" + hold.reason();
    }
}
