package io.hourshare.pull;

import io.hourshare.kernel.FeedId;
import io.hourshare.land.Delivery;
import io.hourshare.land.LandedBatch;
import io.hourshare.land.Landing;
import io.hourshare.pull.session.Failures;
import io.hourshare.pull.session.Parameters;
import io.hourshare.pull.session.PullReason;
import io.hourshare.pull.session.PullSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** Fetches what a feed's source gives for one window and lands it, whole or not at all. Safe for many threads. */
public final class Puller {

    private final ProducerTemplate camel;
    private final Routes routes;
    private final Landing landing;
    private final PullSettings settings;
    private final Clock clock;
    private final Map<FeedId, Object> turns = new ConcurrentHashMap<>();

    Puller(CamelContext camel, Routes routes, Landing landing, PullSettings settings, Clock clock) {
        this.camel = camel.createProducerTemplate();
        this.routes = routes;
        this.landing = landing;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes the feed's data of the window; one pull a feed at a time.
     *
     * @throws PullFailedException where the source did not give it whole; nothing is counted then
     */
    public LandedBatch pull(PullRequest request) {
        FeedId feed = request.feed().id();
        synchronized (turns.computeIfAbsent(feed, absent -> new Object())) {
            Parameters parameters = routes.prepare(request.feed());
            try (Delivery delivery = landing.begin(feed, request.window(), request.initial())) {
                PullSession session = new PullSession(request, parameters, delivery, settings, clock);
                run(session);
                return delivery.complete(session.declared(), session.sourceTime());
            } catch (IOException e) {
                throw PullReason.LANDING_FAILED.failure("落地 " + feed + " 失败：" + e.getMessage(), e);
            }
        }
    }

    private void run(PullSession session) {
        Exchange done = camel.send("direct:" + session.request().feed().id(), exchange -> session.attach(exchange));
        Exception failure = done.getException();
        if (failure != null) {
            throw Failures.of(failure);
        }
    }
}
