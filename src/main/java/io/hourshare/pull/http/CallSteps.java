package io.hourshare.pull.http;

import io.hourshare.land.KeptObject;
import io.hourshare.pull.PullFailedException;
import io.hourshare.pull.session.Failures;
import io.hourshare.pull.session.Parameters;
import io.hourshare.pull.session.PullReason;
import io.hourshare.pull.session.PullSession;
import io.hourshare.pull.session.TimedStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Steps of the routes that ask over HTTP: ask, keep the answer, decide what is next; try again where that may help. */
public final class CallSteps {

    public void beginJson(Exchange exchange) {
        PullSession session = PullSession.of(exchange);
        Parameters parameters = session.parameters();
        JsonRequest request = new JsonRequest(
                parameters, TimeBounds.of(session), session.settings().pages());
        Set<String> fields = session.request().feed().contract().fields().stream()
                .map(field -> field.name().substring(field.name().lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
        begin(exchange, new Calls(request, new JsonPages(parameters, fields)));
    }

    public void beginSoap(Exchange exchange) {
        PullSession session = PullSession.of(exchange);
        Parameters parameters = session.parameters();
        SoapRequest request = new SoapRequest(
                parameters, TimeBounds.of(session), session.settings().pages());
        begin(exchange, new Calls(request, new XmlPages(parameters)));
    }

    private static void begin(Exchange exchange, Calls calls) {
        PullSession.of(exchange).progress(calls);
        exchange.setVariable("more", true);
    }

    /** Puts together the next call; a new signature each time, because sources refuse one they saw before. */
    public void ask(Exchange exchange) {
        PullSession session = PullSession.of(exchange);
        session.checkDeadline();
        Calls calls = session.progress(Calls.class);
        Request request = calls.request();
        URI address = request.address(calls.paging());
        byte[] body = request.body(calls.paging());
        new Outgoing(request.method(), address, request.headers(), body).put(exchange, session);
    }

    /** Lands the answer and looks at it; what is not a whole page is taken out again. */
    public void keep(Exchange exchange) throws IOException {
        PullSession session = PullSession.of(exchange);
        Calls calls = session.progress(Calls.class);
        Message answer = exchange.getMessage();
        try (InputStream body =
                Optional.ofNullable(answer.getBody(InputStream.class)).orElseGet(InputStream::nullInputStream)) {
            calls.tries().wish(Answers.retryAfter(answer, session.now()));
            Answers.check(answer, body);
            String name = calls.request().name(calls.paging());
            String origin = calls.request().address(calls.paging()).toString();
            accept(session, calls, session.delivery().keep(name, new TimedStream(body, session), origin));
        }
        calls.tries().succeeded();
        session.declare(calls.paging().total());
        exchange.setVariable("more", calls.paging().more());
        answer.setBody(null);
    }

    private static void accept(PullSession session, Calls calls, KeptObject page) throws IOException {
        try {
            if (page.size() == 0) {
                throw PullReason.EMPTY_ANSWER.failure("来源返回成功，但没有任何内容");
            }
            PageFacts facts = calls.reader().read(page.content());
            if (facts.trouble() != null) {
                throw PullReason.BUSINESS_ERROR.failure("来源返回错误：" + facts.trouble());
            }
            calls.paging().accept(facts, page.digest());
        } catch (PullFailedException notAPage) {
            session.delivery().drop(page);
            throw notAPage;
        }
    }

    /** After a failed try: waits and lets the loop go round again, or gives up. */
    public void retry(Exchange exchange) throws IOException {
        PullSession session = PullSession.of(exchange);
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        Calls calls = session.progress(Calls.class);
        if (failure instanceof SourceChangedException changed) {
            session.restart(changed.reason(), changed.what());
            calls.startOver();
            return;
        }
        PullFailedException known = Failures.of(failure);
        Duration wait = calls.tries().failed(session.settings());
        boolean patient = calls.tries().count() < session.settings().attempts()
                && wait.compareTo(session.settings().longestWait()) <= 0
                && wait.compareTo(session.left()) < 0;
        if (!PullReason.valueOf(known.reason()).passing() || !patient) {
            throw known;
        }
        session.pause(wait);
    }
}
