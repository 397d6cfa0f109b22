package io.hourshare.pull.session;

import io.hourshare.land.Delivery;
import io.hourshare.pull.PullRequest;
import io.hourshare.pull.PullSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** One running pull: what is asked for, where it lands, how long it may still take. Used by one thread. */
public final class PullSession {

    private static final String PROPERTY = "hourshare.pull";

    private final PullRequest request;
    private final Parameters parameters;
    private final Delivery delivery;
    private final PullSettings settings;
    private final Clock clock;
    private final Instant deadline;
    private @Nullable Long declared;
    private @Nullable Instant sourceTime;
    private @Nullable Object progress;
    private int restarts;

    public PullSession(
            PullRequest request, Parameters parameters, Delivery delivery, PullSettings settings, Clock clock) {
        this.request = request;
        this.parameters = parameters;
        this.delivery = delivery;
        this.settings = settings;
        this.clock = clock;
        this.deadline = clock.instant().plus(settings.deadline());
    }

    public static PullSession of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, PullSession.class);
    }

    public void attach(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
    }

    public PullRequest request() {
        return request;
    }

    public Parameters parameters() {
        return parameters;
    }

    public Delivery delivery() {
        return delivery;
    }

    public PullSettings settings() {
        return settings;
    }

    public Instant now() {
        return clock.instant();
    }

    public Duration left() {
        return Duration.between(clock.instant(), deadline);
    }

    /** Fails once the feed's time is used up, so that a slow source never takes the hour from the others. */
    public void checkDeadline() {
        if (left().isNegative()) {
            throw PullReason.DEADLINE.failure("拉取 " + request.feed().id() + " 已超过 "
                    + settings.deadline().toSeconds() + " 秒，已收 "
                    + delivery.objects().size() + " 个对象，均不计入");
        }
    }

    /** Waits, but never beyond the deadline. */
    public void pause(Duration wait) {
        checkDeadline();
        try {
            Thread.sleep(Math.min(wait.toMillis(), left().toMillis() + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PullReason.DEADLINE.failure("拉取被中断", e);
        }
    }

    /** Begins the delivery anew, because the source changed while it was read. */
    public void restart(PullReason reason, String what) throws java.io.IOException {
        if (restarts++ >= settings.repulls()) {
            throw reason.failure(what + "（已重新拉取 " + settings.repulls() + " 次）");
        }
        delivery.restart();
        declared = null;
        sourceTime = null;
    }

    @Nullable
    public Long declared() {
        return declared;
    }

    public void declare(@Nullable Long total) {
        declared = total;
    }

    @Nullable
    public Instant sourceTime() {
        return sourceTime;
    }

    public void reaches(@Nullable Instant newest) {
        sourceTime = newest;
    }

    /** What the protocol's steps remember from one call to the next. */
    public <T> T progress(Class<T> type) {
        return type.cast(java.util.Objects.requireNonNull(progress, "the route begins before it goes on"));
    }

    public void progress(Object begun) {
        progress = begun;
    }
}
