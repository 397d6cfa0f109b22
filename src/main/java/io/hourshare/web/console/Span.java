package io.hourshare.web.console;

import io.hourshare.kernel.HourWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** So many hours back from now, as the pages offer them. */
record Span(int hours, HourWindow from, HourWindow to) {

    static final List<Integer> CHOICES = List.of(24, 72, 168);

    static Span of(int hours, Instant now) {
        int offered = CHOICES.contains(hours) ? hours : CHOICES.get(0);
        return new Span(
                offered, HourWindow.containing(now.minus(Duration.ofHours(offered))), HourWindow.containing(now));
    }
}
