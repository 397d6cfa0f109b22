package io.hourshare.web;

import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.freshness.FeedFreshness;
import io.hourshare.operate.freshness.Freshness;
import io.hourshare.operate.freshness.FreshnessState;
import io.hourshare.serve.profile.EnterpriseProfile;
import io.hourshare.serve.profile.ProfileField;
import io.hourshare.serve.profile.SatelliteRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says which parts of a profile rest on a source that is behind its promise; the rest is not touched by it. */
@Component
class LateSources {

    private static final Set<FreshnessState> LATE =
            EnumSet.of(FreshnessState.OVERDUE, FreshnessState.MISSING, FreshnessState.HELD, FreshnessState.PAUSED);

    private final Freshness freshness;
    private final Clock clock;

    LateSources(Freshness freshness, Clock clock) {
        this.freshness = freshness;
        this.clock = clock;
    }

    /** Sentences by the title of the source; the rest of the profile is as it was. */
    Map<String, String> among(EnterpriseProfile profile) {
        Set<String> feeds = Stream.concat(
                        profile.fields().values().stream().map(ProfileField::feed),
                        profile.satellites().values().stream()
                                .flatMap(List::stream)
                                .map(SatelliteRecord::feed))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Instant now = clock.instant();
        Map<String, String> late = new LinkedHashMap<>();
        freshness.now().stream()
                .filter(feed -> LATE.contains(feed.state()) && feeds.contains(feed.feed()))
                .forEach(feed -> late.put(feed.title(), sentence(feed, now)));
        return late;
    }

    private static String sentence(FeedFreshness feed, Instant now) {
        String reaches = feed.dataTime() == null ? "尚无数据" : "数据截至 " + ShownTime.minute(feed.dataTime()) + gap(feed);
        long late = Duration.between(feed.dueAt(), now).toMinutes();
        return reaches + "，" + feed.stateLabel() + (late > 0 ? " " + ShownTime.minutes(late) : "");
    }

    /** An hour in the middle that never came, which the newest data time does not tell. */
    private static String gap(FeedFreshness feed) {
        String missing = feed.missingWindow();
        Instant reach = feed.dataTime();
        boolean before = missing != null
                && reach != null
                && HourWindow.parse(missing).end().isBefore(reach);
        return before ? "，其中" + FreshnessBoard.missing(feed) : "";
    }
}
