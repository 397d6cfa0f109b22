package io.hourshare.sandbox;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import io.hourshare.kernel.Uscc;
import io.hourshare.sandbox.source.SourceFeed;
import io.hourshare.sandbox.source.SourceRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Answers about one enterprise at a time, as sharing platforms do: by code, for a purpose, within a quota. */
final class Lookup implements WebService.Endpoint {

    private final SourceFeed feed;
    private final Clock clock;
    private final int quota;
    private long hour;
    private int asked;

    /** @param quota questions an hour */
    Lookup(SourceFeed feed, Clock clock, int quota) {
        this.feed = feed;
        this.clock = clock;
        this.quota = quota;
    }

    @Override
    public ResponseDefinitionBuilder answer(Request request) {
        Optional<Uscc> code = Uscc.parse(JsonPages.parameter(request, "uscc", ""));
        if (JsonPages.parameter(request, "purpose", "").isBlank()) {
            return JsonPages.problem("403", "请填写查询事由");
        }
        if (code.isEmpty()) {
            return JsonPages.problem("400", "统一社会信用代码不正确");
        }
        return isSpent()
                ? JsonPages.problem("429", "本小时查询次数已用完").withStatus(429).withHeader("Retry-After", "60")
                : JsonPages.list(feed, about(code.get()));
    }

    private List<SourceRecord> about(Uscc code) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return feed.world().slotOf(code.organisationCode(), now).stream()
                .boxed()
                .flatMap(slot -> feed.about(slot, now))
                .filter(record -> record.owner().contains(code.organisationCode()))
                .toList();
    }

    private synchronized boolean isSpent() {
        long now = clock.millis() / 3_600_000;
        asked = hour == now ? asked + 1 : 1;
        hour = now;
        return asked > quota;
    }
}
