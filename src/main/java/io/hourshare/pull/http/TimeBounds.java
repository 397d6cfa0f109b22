package io.hourshare.pull.http;

import io.hourshare.contract.FeedMode;
import io.hourshare.pull.PullRequest;
import io.hourshare.pull.session.PullSession;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * The asked-for span as a source wants it written; empty where it has no bound.
 *
 * @param from empty for a first load, which asks for everything
 */
record TimeBounds(String from, String to) {

    static TimeBounds of(PullSession session) {
        PullRequest request = session.request();
        if (request.feed().contract().mode() == FeedMode.FULL) {
            return new TimeBounds("", "");
        }
        return new TimeBounds(request.initial() ? "" : text(session, request.from()), text(session, request.to()));
    }

    private static String text(PullSession session, Instant instant) {
        return DateTimeFormatter.ofPattern(session.parameters().text("timePattern", "uuuu-MM-dd'T'HH:mm:ssXXX"))
                .withZone(session.settings().zone())
                .format(instant);
    }
}
