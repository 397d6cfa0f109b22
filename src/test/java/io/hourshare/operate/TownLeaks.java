package io.hourshare.operate;

import io.hourshare.access.Role;
import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.kernel.Digest;
import io.hourshare.publish.AnalystWorkbook;
import io.hourshare.publish.Snapshot;
import io.hourshare.publish.Snapshots;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Lets a town's application tell all it has to those who may see no restricted value, and looks for secrets in it. */
final class TownLeaks {

    /** Everybody without the right to restricted values, those first who are shown the most instead. */
    private static final List<Role> READERS = List.of(Role.CLERK, Role.ANALYST, Role.OPERATOR, Role.AUDITOR);

    /** Fields whose records hold secrets beside them, and two that are secrets. */
    private static final List<String> ASKED_FOR = List.of(
            "ent_name", "est_date", "industry_code", "op_address", "chain_name", "contact_phone", "contact_name");

    private static final int CLOSELY = 4;
    private static final String SINCE = "from=2026-11-19T00Z";

    private final ServletWebServerApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path home;
    private final List<String> hours;

    TownLeaks(ServletWebServerApplicationContext context, Path home, List<String> hours) {
        this.context = context;
        this.home = home;
        this.hours = hours;
    }

    /** Keys of the readers, for an application that is about to start. */
    static Map<String, String> keys() {
        Map<String, String> properties = new HashMap<>();
        for (Role role : READERS) {
            String key = "hourshare.access.keys[" + READERS.indexOf(role) + "].";
            properties.put(key + "name", role.title());
            properties.put(key + "role", role.name());
            properties.put(key + "sha256", Digest.of(key(role)).hex());
        }
        return properties;
    }

    /**
     * Answers, pages, exports and the analysts' file.
     *
     * @param closely enterprises of which everything is asked
     */
    LeakScan told(Collection<String> secrets, List<String> closely) throws Exception {
        LeakScan scan = new LeakScan(secrets);
        new EveryAnswer(context, path -> path.startsWith("/api/v1/"), gaps(closely), questions(secrets))
                .tell(READERS.stream().map(this::machine).toList(), scan);
        List<EveryAnswer.Caller> people = new ArrayList<>();
        for (Role role : READERS) {
            people.add(PageVisitor.at(context.getWebServer().getPort(), key(role))::open);
        }
        new EveryAnswer(context, TownLeaks::isPage, gaps(closely.subList(0, 1)), Map.of()).tell(people, scan);
        scan.files(context.getBean(Engine.class), snapshot().analystFile());
        return scan;
    }

    /** What is kept: the file that answers are read from, the lake, the log. */
    LeakScan kept(Collection<String> secrets, LogLines log) throws Exception {
        LeakScan scan = new LeakScan(secrets);
        scan.files(context.getBean(Engine.class), snapshot().serveFile());
        scan.lake(context.getBean(Engine.class), home.resolve("lake"));
        scan.accept("log", log.bytes());
        return scan;
    }

    /** Enterprises that are found under the names. */
    List<String> named(Collection<String> names) throws Exception {
        List<String> ids = new ArrayList<>();
        for (String name : names) {
            String found = new String(
                    machine(Role.CLERK)
                            .ask("/api/v1/enterprises?scope=county&limit=1&q=" + encoded(name))
                            .body(),
                    StandardCharsets.UTF_8);
            int at = found.indexOf("\"enterprise_id\":\"");
            if (at > 0 && ids.size() < CLOSELY) {
                ids.add(found.substring(at + 17, found.indexOf('"', at + 17)));
            }
        }
        return ids;
    }

    private Map<String, List<String>> gaps(List<String> enterprises) {
        Catalogue catalogue = context.getBean(Catalogue.class);
        List<String> feeds =
                catalogue.feeds().stream().map(feed -> feed.id().toString()).toList();
        return Map.of(
                "enterprises",
                enterprises,
                "fields",
                ASKED_FOR,
                "feeds",
                feeds,
                "quarantine",
                feeds,
                "windows",
                hours,
                "hours",
                hours,
                "snapshots",
                IntStream.rangeClosed(1, 3).mapToObj(String::valueOf).toList(),
                "ledgers",
                List.of("correction", "question"),
                "corrections",
                List.of("tax", "credit"),
                "codes",
                List.of("91330482MA28052394"));
    }

    private Map<String, List<String>> questions(Collection<String> secrets) {
        List<String> searches = secrets.stream()
                .map(secret -> "?scope=county&q=" + encoded(secret))
                .limit(60)
                .toList();
        String tables = String.join(
                ",",
                context.getBean(AnalystWorkbook.class)
                        .tables(snapshot().analystFile())
                        .keySet());
        return Map.of(
                "/api/v1/enterprises",
                        Stream.concat(Stream.of("?scope=county&limit=1000"), searches.stream())
                                .toList(),
                "/api/v1/enterprises/{id}",
                        List.of(
                                "?include=provenance,conflicts,satellites",
                                "?include=provenance,conflicts,satellites&asOf=" + hours.get(0)),
                "/api/v1/changes", List.of("?limit=10000"),
                "/api/v1/contradictions", List.of("?limit=1000"),
                "/api/v1/quarantine", List.of("?" + SINCE),
                "/api/v1/quarantine/{feed}/export", List.of("?" + SINCE),
                "/api/v1/snapshots/current/workbook", List.of("?table=" + encoded(tables)));
    }

    private EveryAnswer.Caller machine(Role role) {
        return address -> http.send(
                HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:" + context.getWebServer().getPort() + address))
                        .header("X-API-Key", key(role))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    /** A page that shows data, and no picture of one: what is printed is what its page shows. */
    private static boolean isPage(String path) {
        return !path.startsWith("/api/") && !path.startsWith("/login") && !path.endsWith(".pdf");
    }

    private Snapshot snapshot() {
        return context.getBean(Snapshots.class).current().orElseThrow();
    }

    private static String key(Role role) {
        return "key of " + role;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
