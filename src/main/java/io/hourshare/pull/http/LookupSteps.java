package io.hourshare.pull.http;

import io.hourshare.kernel.FeedId;
import io.hourshare.land.KeptObject;
import io.hourshare.land.Landing;
import io.hourshare.land.QuestionLog.Question;
import io.hourshare.pull.PullFailedException;
import io.hourshare.pull.PullRequest;
import io.hourshare.pull.Roster;
import io.hourshare.pull.session.Failures;
import io.hourshare.pull.session.Parameters;
import io.hourshare.pull.session.PullReason;
import io.hourshare.pull.session.PullSession;
import io.hourshare.pull.session.TimedStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Steps of the {@code roster-lookup} route: one question per enterprise, within the quota, each written down with its
 * purpose. What one pull cannot ask, the next does: whoever was never or longest ago answered for comes first.
 */
public final class LookupSteps {

    private static final String ANSWERED = "ANSWERED";
    private static final String NOT_KNOWN = "NOT_KNOWN";

    private final Landing landing;
    private final Roster roster;

    public LookupSteps(Landing landing, Roster roster) {
        this.landing = landing;
        this.roster = roster;
    }

    public void begin(Exchange exchange) {
        PullSession session = PullSession.of(exchange);
        Lookup lookup = new Lookup(due(session));
        session.progress(lookup);
        exchange.setVariable("more", lookup.more());
    }

    private List<String> due(PullSession session) {
        FeedId feed = session.request().feed().id();
        Parameters parameters = session.parameters();
        Instant stale = session.now().minus(Duration.ofHours(parameters.number("refreshHours", 24)));
        Instant today = LocalDate.ofInstant(session.now(), session.settings().zone())
                .atStartOfDay(session.settings().zone())
                .toInstant();
        long left = parameters.number("quotaPerDay", 1000) - landing.questions().since(feed, today);
        return roster.codes().stream()
                .filter(code -> !settled(session, code).isAfter(stale))
                .sorted(Comparator.comparing((String code) -> settled(session, code))
                        .thenComparing(code -> code))
                .limit(Math.max(0, left))
                .toList();
    }

    /** When the subject was last answered for; an answer that never landed does not count. */
    private Instant settled(PullSession session, String code) {
        FeedId feed = session.request().feed().id();
        Instant answered =
                landing.landedAt(feed, address(session, code).toString()).orElse(Instant.EPOCH);
        Instant unknown = landing.questions()
                .last(feed, code)
                .filter(question -> question.outcome().equals(NOT_KNOWN))
                .map(Question::at)
                .orElse(Instant.EPOCH);
        return answered.isAfter(unknown) ? answered : unknown;
    }

    public void ask(Exchange exchange) {
        PullSession session = PullSession.of(exchange);
        session.checkDeadline();
        Parameters parameters = session.parameters();
        // Header values are ASCII on the wire.
        String purpose = encode(parameters.require("purpose"));
        JsonBody body = JsonBody.of(parameters);
        Map<String, String> headers = body.headers();
        headers.put(parameters.text("purposeHeader", "X-Purpose"), purpose);
        String subject = session.progress(Lookup.class).subject();
        byte[] bytes = body.filled(Map.of("{code}", subject));
        new Outgoing(body.method(), address(session, subject), headers, bytes).put(exchange, session);
    }

    public void keep(Exchange exchange) throws IOException {
        PullSession session = PullSession.of(exchange);
        Lookup lookup = session.progress(Lookup.class);
        Message answer = exchange.getMessage();
        boolean known = answer.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class) != 404;
        if (known) {
            lookup.tries().wish(Answers.retryAfter(answer, session.now()));
            land(session, lookup, answer);
        }
        log(session, lookup.subject(), known ? ANSWERED : NOT_KNOWN);
        lookup.settle(true);
        goOn(exchange, session, lookup);
    }

    private void land(PullSession session, Lookup lookup, Message answer) throws IOException {
        try (InputStream body =
                Optional.ofNullable(answer.getBody(InputStream.class)).orElseGet(InputStream::nullInputStream)) {
            Answers.check(answer, body);
            String origin = address(session, lookup.subject()).toString();
            KeptObject kept =
                    session.delivery().keep(lookup.subject() + ".json", new TimedStream(body, session), origin);
            check(session, kept);
        }
    }

    private static void check(PullSession session, KeptObject kept) throws IOException {
        try {
            if (kept.size() == 0) {
                throw PullReason.EMPTY_ANSWER.failure("来源返回成功，但没有任何内容");
            }
            PageFacts facts = JsonPages.single(session.parameters()).read(kept.content());
            if (facts.trouble() != null) {
                throw PullReason.BUSINESS_ERROR.failure("来源返回错误：" + facts.trouble());
            }
        } catch (PullFailedException noAnswer) {
            session.delivery().drop(kept);
            throw noAnswer;
        }
    }

    /** After a failed try: again, or on to the next subject, or enough for now; answers in hand are never lost. */
    public void retry(Exchange exchange) {
        PullSession session = PullSession.of(exchange);
        Lookup lookup = session.progress(Lookup.class);
        PullFailedException failure = Failures.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
        PullReason reason = PullReason.valueOf(failure.reason());
        log(session, lookup.subject(), reason.name());
        Duration wait = lookup.tries().failed(session.settings());
        boolean patient = lookup.tries().count() < session.settings().attempts()
                && wait.compareTo(session.settings().longestWait()) <= 0
                && wait.compareTo(session.left()) < 0;
        if (reason.passing() && patient) {
            session.pause(wait);
            return;
        }
        boolean aboutTheSubject = reason == PullReason.BUSINESS_ERROR || reason == PullReason.MALFORMED;
        lookup.settle(false);
        if (!aboutTheSubject || lookup.hopeless()) {
            giveUp(session, lookup, failure);
        }
        goOn(exchange, session, lookup);
    }

    private static void giveUp(PullSession session, Lookup lookup, PullFailedException failure) {
        if (session.delivery().objects().isEmpty()) {
            throw failure;
        }
        lookup.stop();
    }

    private static void goOn(Exchange exchange, PullSession session, Lookup lookup) {
        boolean time = session.left().compareTo(session.settings().readTimeout()) > 0;
        exchange.setVariable("more", lookup.more() && time);
        exchange.getMessage().setBody(null);
    }

    private void log(PullSession session, String subject, String outcome) {
        PullRequest request = session.request();
        landing.questions()
                .record(
                        request.feed().id(),
                        request.window(),
                        subject,
                        session.parameters().require("purpose"),
                        outcome);
    }

    private static URI address(PullSession session, String subject) {
        return URI.create(session.parameters().require("url").replace("{code}", encode(subject)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
