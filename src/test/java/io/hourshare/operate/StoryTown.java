package io.hourshare.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.Hourshare;
import io.hourshare.contract.Catalogue;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.kernel.SteppedClock;
import io.hourshare.land.Delivery;
import io.hourshare.land.Landing;
import io.hourshare.merge.Merger;
import io.hourshare.normalize.CurrentRecords;
import io.hourshare.normalize.Normalization;
import io.hourshare.publish.PublicationContext;
import io.hourshare.publish.Publisher;
import io.hourshare.resolve.Resolver;
import io.hourshare.serve.snapshot.ServedSnapshots;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a clock set by hand: takes departments' bytes, publishes hours, and is asked over HTTP. */
final class StoryTown implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SteppedClock clock = new SteppedClock("2026-11-20T01:03:00Z");
    private final HttpClient http = HttpClient.newHttpClient();
    private final ServletWebServerApplicationContext context;
    private int published;

    StoryTown(Path folder, String... settings) {
        context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Hourshare.class)
                .initializers(prepared -> ((GenericApplicationContext) prepared)
                        .registerBean("steppedClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--hourshare.home=" + folder.resolve("data"),
                                        "--hourshare.operate.automatic=false",
                                        "--hourshare.sandbox.api-key=demonstration"),
                                Arrays.stream(settings))
                        .toArray(String[]::new));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** How many hours were published. */
    int published() {
        return published;
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    /** Lands rows of the hour that has just ended, as pages where a department sends such, and takes them in. */
    void bring(FeedId feed, String... rows) throws IOException {
        HourWindow window = window();
        boolean pages = feed.department().equals("credit");
        String text = pages ? "{\"items\":[" + String.join(",", rows) + "]}" : String.join("\n", rows) + "\n";
        Landing landing = bean(Landing.class);
        try (Delivery delivery = landing.begin(feed, window, published == 0)) {
            delivery.keep(
                    pages ? "page-1.json" : "rows-1.jsonl",
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    "town:" + window);
            delivery.complete(null, null);
        }
        bean(Normalization.class)
                .normalize(
                        bean(Catalogue.class).feed(feed).orElseThrow(),
                        landing.find(feed, window).orElseThrow());
    }

    /** Publishes the hour that has just ended and lets the next one pass. */
    HourWindow publish() throws InterruptedException {
        HourWindow window = window();
        CurrentRecords current = bean(Normalization.class).current();
        bean(Publisher.class)
                .publish(
                        bean(Merger.class).merge(current, bean(Resolver.class).resolve(current, window)),
                        window,
                        PublicationContext.of("hour-" + published));
        published++;
        clock.advance(Duration.ofHours(1));
        ServedSnapshots served = bean(ServedSnapshots.class);
        while (served.version().filter(now -> now.hour().equals(window)).isEmpty()) {
            Thread.sleep(50);
        }
        return window;
    }

    private HourWindow window() {
        return HourWindow.containing(clock.instant().minus(Duration.ofHours(1)));
    }

    static String row(String... namesAndValues) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return JSON.writeValueAsString(row);
    }

    /** The enterprise found by the last word, whose hit holds them all where there are several. */
    String find(String... words) throws Exception {
        JsonNode found = search(words[words.length - 1]);
        List<String> ids = found.path("items")
                .valueStream()
                .filter(item -> Arrays.stream(words).allMatch(item.toString()::contains) || words.length == 1)
                .map(item -> item.path("enterprise_id").asString())
                .toList();
        assertThat(ids).as(found.toString()).isNotEmpty();
        return ids.get(0);
    }

    JsonNode search(String words) throws Exception {
        return get("/api/v1/enterprises?scope=county&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = ask(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isIn(200, 301, 308);
        if (answer.statusCode() != 200) {
            return get(answer.headers().firstValue("Location").orElseThrow());
        }
        return JSON.readTree(answer.body());
    }

    /** Somebody at this town's pages. */
    PageVisitor visitor() throws Exception {
        return PageVisitor.at(context.getWebServer().getPort());
    }

    int status(String path) throws Exception {
        return ask(path).statusCode();
    }

    HttpResponse<String> ask(String path) throws Exception {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + context.getWebServer().getPort() + path))
                .header("X-API-Key", "demonstration");
    }

    @Override
    public void close() {
        context.close();
    }
}
