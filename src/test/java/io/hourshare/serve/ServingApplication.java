package io.hourshare.serve;

import io.hourshare.contract.Catalogue;
import io.hourshare.kernel.SteppedClock;
import io.hourshare.ledger.CaseIntake;
import io.hourshare.normalize.NormalizeBeans;
import io.hourshare.operate.OperateBeans;
import io.hourshare.serve.profile.PastDocuments;
import io.hourshare.serve.snapshot.SnapshotFixture;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The serving half of the application on a free port, with a data root and snapshots of the test's own. */
public final class ServingApplication implements AutoCloseable {

    public static final String KEY = "demonstration-key";
    public static final Instant NOW = Instant.parse("2026-11-22T04:30:00Z");

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final SnapshotFixture snapshots;
    private final ConfigurableApplicationContext context;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    public ServingApplication(Path home, String... properties) {
        snapshots = new SnapshotFixture(home.resolve("test"));
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--hourshare.home=" + home.resolve("data"),
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn"));
        for (String property : properties) {
            arguments.add("--" + property);
        }
        context = new SpringApplicationBuilder(Parts.class)
                .initializers(started -> ((org.springframework.context.support.GenericApplicationContext) started)
                        .registerBean("testSnapshots", SnapshotFixture.class, () -> snapshots))
                .run(arguments.toArray(String[]::new));
    }

    /** In the sandbox, with one demonstration key. */
    public static ServingApplication demonstration(Path home) {
        return new ServingApplication(home, "hourshare.sandbox.api-key=" + KEY);
    }

    public SnapshotFixture snapshots() {
        return snapshots;
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** GET with the demonstration key and further headers. */
    public HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).header("X-API-Key", KEY), headers);
    }

    /** GET without a key; cookies are kept from call to call. */
    public HttpResponse<String> getOpenly(String path, String... headers) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)), headers);
    }

    /** A file that somebody takes with them from a page. */
    public byte[] bytesOpenly(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    public HttpResponse<String> post(String path, String form) throws Exception {
        return send(HttpRequest.newBuilder(uri(path))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .header("Content-Type", "application/x-www-form-urlencoded"));
    }

    /** POST with the demonstration key. */
    public HttpResponse<String> postJson(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(uri(path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("X-API-Key", KEY)
                .header("Content-Type", "application/json"));
    }

    /** Signs the following open calls in as the demonstration's administrator. */
    public ServingApplication enter() throws Exception {
        String token = token("/login");
        if (post("/login/demonstration", "_csrf=" + encoded(token)).statusCode() != 302) {
            throw new IllegalStateException("Demonstration refused");
        }
        return this;
    }

    /** What a page's form would send against forgery. */
    public String token(String path) throws Exception {
        Matcher token = TOKEN.matcher(getOpenly(path).body());
        if (!token.find()) {
            throw new IllegalStateException("No form on " + path);
        }
        return token.group(1);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) throws Exception {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not annotated as configuration, so that no other test's component scan takes it. */
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                "org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration",
                "org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration",
                "org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration",
                "org.springframework.boot.batch.autoconfigure.BatchJobLauncherAutoConfiguration",
                "org.apache.camel.spring.boot.CamelAutoConfiguration"
            })
    @ComponentScan({
        "io.hourshare.serve",
        "io.hourshare.access",
        "io.hourshare.web",
        "io.hourshare.ledger",
        "io.hourshare.quarantine",
        "io.hourshare.trace",
        "io.hourshare.resolve",
        "io.hourshare.review",
        "io.hourshare.ask",
        "io.hourshare.upload",
        "io.hourshare.engine",
        "io.hourshare.land",
        "io.hourshare.store",
        "io.hourshare.verify",
        "io.hourshare.publish",
        "io.hourshare.contract"
    })
    @ComponentScan(
            basePackages = "io.hourshare.operate",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter({RestController.class, RestControllerAdvice.class}))
    @Import({OperateBeans.class, NormalizeBeans.class})
    static class Parts {

        /** In these tests nothing ever changes: every hour was as today. */
        @Bean
        PastDocuments pastDocuments() {
            return (id, today, served, hour, shown) -> new PastDocuments.Past(served, today);
        }

        @Bean
        CaseIntake shownCorrections(Catalogue catalogue) {
            return new ShownCorrections(catalogue);
        }

        /** As many feeds as a property asks for, the catalogue's own under further names. */
        @Bean
        static BeanPostProcessor feeds(Environment environment) {
            return new WideCatalogue(environment.getProperty("test.feeds", Integer.class, 0));
        }

        @Bean
        Clock clock() {
            return new SteppedClock(NOW);
        }
    }
}
