package io.hourshare.pull.http;

import io.hourshare.pull.session.Parameters;
import io.hourshare.pull.session.PullSession;
import java.net.URI;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** A call as it is sent, signed where the route has a key. */
record Outgoing(String method, URI address, Map<String, String> headers, byte[] body) {

    /** Replaces whatever the message held; the signature is fresh, because sources refuse one they saw before. */
    void put(Exchange exchange, PullSession session) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_URI, address.toString());
        message.setHeader(Exchange.HTTP_METHOD, method);
        headers.forEach(message::setHeader);
        Parameters parameters = session.parameters();
        parameters
                .text("headers", "")
                .lines()
                .filter(line -> line.indexOf(':') > 0)
                .forEach(line -> {
                    int colon = line.indexOf(':');
                    message.setHeader(
                            line.substring(0, colon).strip(),
                            line.substring(colon + 1).strip());
                });
        parameters
                .find("appKey")
                .ifPresent(key -> parameters
                        .find("appSecret")
                        .map(secret -> new Signature(key, secret).headers(method, address, body, session.now()))
                        .ifPresent(signed -> signed.forEach(message::setHeader)));
        message.setBody(body.length == 0 ? null : body);
    }
}
