package io.hourshare.web.console;

import io.hourshare.operate.decision.Pause;
import io.hourshare.web.ShownTime;

/** A pause as pages say it. */
public record ShownPause(
        String feed, String title, String since, String until, long windows, String actor, String reason) {

    public static ShownPause of(Pause pause) {
        return new ShownPause(
                pause.feed(),
                pause.title(),
                ShownTime.minute(pause.since()),
                ShownTime.minute(pause.until()),
                pause.windows(),
                pause.actor(),
                pause.reason());
    }
}
