package io.hourshare.sandbox;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.Closeable;
import java.util.Map;
import java.util.Optional;

/** The departments' interfaces over HTTP: one server, a path for each department and feed. */
final class WebService implements Closeable {

    /** Answers requests to one path. */
    interface Endpoint {
        ResponseDefinitionBuilder answer(Request request);
    }

    private final WireMockServer server;

    private WebService(WireMockServer server) {
        this.server = server;
    }

    /**
     * @param endpoints by path, for example {@code /housing/completion}
     * @param signatures checks who asks before anything is answered
     */
    static WebService start(Map<String, Endpoint> endpoints, Signatures signatures) {
        WireMockServer server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .containerThreads(12)
                .jettyAcceptors(1)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .gzipDisabled(true)
                .notifier(new Silence())
                .extensions(new Town(endpoints, signatures)));
        server.start();
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse()));
        return new WebService(server);
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Hands each request to the endpoint of its path. */
    private record Town(Map<String, Endpoint> endpoints, Signatures signatures)
            implements ResponseDefinitionTransformerV2 {

        @Override
        public String getName() {
            return "town";
        }

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            Request request = event.getRequest();
            Endpoint endpoint = endpoints.get(path(request));
            Optional<String> refusal = signatures.refusal(request);
            ResponseDefinitionBuilder answer = endpoint == null
                    ? error(404, "404", "没有这个接口")
                    : refusal.map(why -> error(401, "401", why)).orElseGet(() -> endpoint.answer(request));
            return answer.withHeader("X-Data-Notice", "demonstration data, all of it invented")
                    .build();
        }

        private static ResponseDefinitionBuilder error(int status, String code, String message) {
            return WireMock.aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/json;charset=UTF-8")
                    .withBody("{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}");
        }
    }

    static String path(Request request) {
        String url = request.getUrl();
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    /** WireMock's messages are of no use to people who look at a town. */
    private static final class Silence implements com.github.tomakehurst.wiremock.common.Notifier {

        @Override
        public void info(String message) {}

        @Override
        public void error(String message) {}

        @Override
        public void error(String message, Throwable cause) {}
    }
}
