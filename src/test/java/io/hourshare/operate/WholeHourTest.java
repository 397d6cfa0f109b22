package io.hourshare.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.Hourshare;
import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.evidence.ValueTrace;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.kernel.SteppedClock;
import io.hourshare.operate.hour.HourLoop;
import io.hourshare.publish.Snapshots;
import io.hourshare.sandbox.DirtKinds;
import io.hourshare.sandbox.SandboxSettings;
import io.hourshare.sandbox.SandboxTown;
import io.hourshare.sandbox.Trouble;
import io.hourshare.sandbox.TrueRecord;
import io.hourshare.sandbox.source.ChangeFeed;
import io.hourshare.sandbox.source.RegistrationFeed;
import io.hourshare.sandbox.world.World;
import io.hourshare.serve.profile.Profiles;
import io.hourshare.serve.snapshot.ServedSnapshots;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import io.hourshare.store.SlotState;
import io.hourshare.web.ProfilePages;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The main job on real input: a town's departments, their real protocols, one hour after the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeHourTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> FIVE_DEPARTMENTS =
            Set.of("market-regulation", "tax", "natural-resources", "housing", "industry-it");

    private final SteppedClock clock = new SteppedClock("2026-11-20T02:30:00Z");
    private final HttpClient http = HttpClient.newHttpClient();
    private SandboxTown town;
    private Path home = Path.of("data");
    private ServletWebServerApplicationContext context;
    private LogLines log;
    private @Nullable TownSecrets secrets;

    @BeforeAll
    void start(@TempDir Path folder) {
        home = folder.resolve("data");
        town = SandboxTown.start(SandboxSettings.usual(folder.resolve("town")).withSize(600, 120), clock);
        SpringApplicationBuilder application = new SpringApplicationBuilder(Hourshare.class)
                .initializers(prepared -> ((org.springframework.context.support.GenericApplicationContext) prepared)
                        .registerBean("steppedClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .properties(
                        "hourshare.home=" + home,
                        "hourshare.operate.automatic=false",
                        "hourshare.sandbox.api-key=demonstration");
        town.sources().forEach((name, value) -> application.properties(name + "=" + value));
        TownLeaks.keys().forEach((name, value) -> application.properties(name + "=" + value));
        context = (ServletWebServerApplicationContext)
                application.run("--server.port=0"); // stronger than the file's port
        log = LogLines.listen();
        settle();
    }

    @AfterAll
    void stop() {
        log.end();
        context.close();
        town.close();
    }

    @Test
    @Order(1)
    void everyFeedsFirstHoursBalance() throws Exception {
        for (String window : List.of("2026-11-20T00Z", "2026-11-20T01Z")) {
            JsonNode sheet = get("/api/v1/windows/" + window + "/balance");
            assertThat(sheet.path("items").size())
                    .isEqualTo(context.getBean(Catalogue.class).feeds().size());
            assertThat(sheet.path("items").valueStream()).allSatisfy(line -> {
                assertThat(line.path("state").asString()).as("%s", line).isEqualTo("DONE");
                assertThat(line.path("balanced").asBoolean()).as("%s", line).isTrue();
                assertThat(line.path("received").asLong())
                        .isEqualTo(line.path("accepted").asLong()
                                + line.path("quarantined").asLong()
                                + line.path("duplicates").asLong()
                                + line.path("dropped").asLong());
            });
        }
        assertThat(get("/api/v1/windows/2026-11-20T00Z/balance").path("items").valueStream())
                .as("the first load brings records of every feed, and some of each are sent back")
                .allSatisfy(line -> assertThat(line.path("accepted").asLong()).isPositive());
    }

    /** Kinds of which the town sent several records, each the only thing wrong with its record. */
    @Test
    @Order(2)
    void eachKindOfDirtLiesInTheLakeUnderItsOwnReason() throws Exception {
        Set<String> found = new TreeSet<>();
        for (var feed : context.getBean(Catalogue.class).feeds()) {
            found.addAll(new LakeFaults(context.getBean(Engine.class), home)
                    .kinds(feed.id().toString(), town));
        }

        assertThat(found)
                .as("kinds that so small a town sends several times")
                .hasSizeGreaterThan(DirtKinds.all().size() / 2);
    }

    @Test
    @Order(2)
    void aProfileShowsFiveDepartmentsEachWithSourceTimeAndPosition() throws Exception {
        JsonNode found = get("/api/v1/enterprises?limit=100&q=" + URLEncoder.encode("公司", StandardCharsets.UTF_8));
        assertThat(found.path("items").size()).isGreaterThan(10);

        Set<String> most = new TreeSet<>();
        for (JsonNode item : found.path("items")) {
            JsonNode profile = get("/api/v1/enterprises/"
                    + item.path("enterprise_id").asString() + "?include=provenance,conflicts,satellites");
            Set<String> departments = departments(profile);
            if (departments.size() > most.size()) {
                most = departments;
            }
        }

        assertThat(most).containsAll(FIVE_DEPARTMENTS);
    }

    /** Whatever numbers the register has of its enterprise: mistyped, masked, of an earlier form or none. */
    @Test
    @Order(2)
    void everyChangeOfTheRegisterStandsOnItsEnterprisesTimeline() {
        SandboxSettings settings = SandboxSettings.usual(home).withSize(600, 120);
        World world = new World(settings.seed(), settings.enterprises(), settings.park());
        Instant loaded = Instant.parse("2026-11-20T02:00:00Z");

        SeededChanges seeded = SeededChanges.of(
                new RegistrationFeed(world, settings.dirt()).records(loaded).toList(),
                new ChangeFeed(world, settings.dirt()).records(loaded).toList(),
                context.getBean(Profiles.class),
                context.getBean(ProfilePages.class));

        assertThat(seeded.owned()).hasSizeGreaterThan(400);
        assertThat(seeded.untold()).isEmpty();
    }

    @Test
    @Order(3)
    void aDepartmentThatIsOffHoldsNobodyUpAndItsAgeShows() throws Exception {
        town.trouble("housing", Trouble.OFF);
        nextHour();

        assertThat(context.getBean(Ledger.class).lastPublication().orElseThrow().hour())
                .isEqualTo(HourWindow.parse("2026-11-20T02Z"));
        JsonNode balance = get("/api/v1/windows/2026-11-20T02Z/balance");
        assertThat(balance.path("items").valueStream())
                .allSatisfy(line -> assertThat(line.path("state").asString())
                        .isEqualTo(line.path("feed").asString().startsWith("housing.") ? "FAILED" : "DONE"));

        clock.advance(Duration.ofMinutes(31));
        assertThat(get("/api/v1/freshness").path("items").valueStream()).allSatisfy(feed -> {
            boolean off = feed.path("feed").asString().startsWith("housing.");
            assertThat(feed.path("state").asString().equals("OVERDUE"))
                    .as("%s", feed)
                    .isEqualTo(off);
            if (off) {
                assertThat(feed.path("why").asString()).isNotBlank();
                assertThat(feed.path("age_minutes").asLong()).isGreaterThanOrEqualTo(120);
            }
        });
    }

    @Test
    @Order(4)
    void theDepartmentCatchesUpWhenItIsBack() throws Exception {
        town.trouble("housing", Trouble.NONE);
        clock.advance(Duration.ofMinutes(29));
        town.advance();
        settle();
        clock.advance(Duration.ofMinutes(6));
        settle();

        Ledger ledger = context.getBean(Ledger.class);
        context.getBean(Catalogue.class)
                .feeds()
                .forEach(feed -> assertThat(ledger.slots(feed.id()))
                        .as("%s", feed.id())
                        .allSatisfy(slot -> assertThat(slot.state()).isIn(SlotState.DONE, SlotState.WAIVED))
                        .hasSize(4));
        assertThat(get("/api/v1/freshness").path("items").valueStream())
                .allSatisfy(feed -> assertThat(feed.path("state").asString()).isNotEqualTo("OVERDUE"));
        assertThat(ledger.adoptionsSincePublication())
                .as("late arrivals are published within five minutes")
                .isZero();
    }

    @Test
    @Order(5)
    void aRerunAsksNoDepartmentTouchesWhatItsDryRunListsAndChangesNothing() throws Exception {
        Digest content = publishedContent();
        FeedBytes before = FeedBytes.of(context.getBean(Ledger.class));
        String wanted = """
                {"verb":"rerun","feeds":["tax.registration"],"from":"2026-11-20T00Z","to":"2026-11-20T01Z","reason":"演练"}""";
        JsonNode plan = JSON.readTree(post("/api/v1/runs?dryRun=true", wanted).body());
        Map<String, FileTime> disk = files();

        HttpResponse<String> accepted = post("/api/v1/runs", wanted);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        JsonNode run = await(accepted.headers().firstValue("Location").orElseThrow());

        assertThat(plan.path("slots").size()).isEqualTo(2);
        for (JsonNode planned : plan.path("slots")) {
            Slot slot = context.getBean(Ledger.class)
                    .slot(
                            FeedId.parse("tax.registration"),
                            HourWindow.parse(planned.path("window").asString()))
                    .orElseThrow();
            assertThat(planned.path("reads").valueStream().map(JsonNode::asString))
                    .isEqualTo(slot.delivery().objects());
            assertThat(planned.path("rows").asLong())
                    .isEqualTo(slot.adopted().counts().received());
        }
        Map<String, FileTime> now = files();
        assertThat(now.keySet()).as("nothing that was there is gone").containsAll(disk.keySet());
        assertThat(now.entrySet().stream()
                        .filter(file -> !file.getValue().equals(disk.get(file.getKey())))
                        .map(Map.Entry::getKey))
                .as("what was written lies in the listed windows of the listed feed")
                .allSatisfy(file -> assertThat(file)
                        .matches("lake/(normalized|quarantine)/tax\\.registration/2026-11-20T0[01]Z/.*"));

        assertThat(run.path("state").asString()).as("%s", run).isEqualTo("DONE");
        assertThat(run.path("steps").valueStream().map(step -> step.path("name").asString()))
                .contains("normalize", "resolve", "merge", "publish")
                .doesNotContain("pull");
        assertThat(FeedBytes.of(context.getBean(Ledger.class))).isEqualTo(before);
        assertThat(publishedContent()).isEqualTo(content);
    }

    @Test
    @Order(6)
    void publishedValuesOfEveryFormatAreGivenAgainByTheirBytes() {
        int values = Integer.getInteger("hourshare.trace.values", 600);

        ValueTrace.Traced traced = context.getBean(ValueTrace.class).sampleOfEveryKind(values);

        assertThat(traced.wrong()).isEmpty();
        assertThat(traced.total()).isEqualTo(values);
        assertThat(traced.traced().keySet())
                .as("rows of a view, pages of JSON, flagged files, XML and sheets")
                .contains("market-regulation.registration", "tax.registration", "park.roster");
    }

    @Test
    @Order(7)
    void oneCallSaysWhyAValueIsSo() throws Exception {
        JsonNode first = get("/api/v1/enterprises?limit=1").path("items").get(0);
        JsonNode answer =
                get("/api/v1/enterprises/" + first.path("enterprise_id").asString() + "/fields/ent_name");

        JsonNode evidence = answer.path("evidence");
        assertThat(evidence.path("candidates").get(0).path("winner").asBoolean())
                .isTrue();
        assertThat(evidence.path("candidates").get(0).path("value")).isEqualTo(answer.path("value"));
        assertThat(evidence.path("excerpt").toString())
                .as("%s", answer)
                .contains(answer.path("value").asString().substring(0, 2));
        assertThat(evidence.path("order").asString()).contains("→");
        assertThat(evidence.path("published").path("sequence").asLong()).isPositive();
        assertThat(evidence.path("age").path("promise_minutes").asLong()).isPositive();
        assertThat(answer.path("corrections").isArray()).isTrue();
    }

    /** Readers without the right, over the interface, on the pages and in files, after all that has happened here. */
    @Test
    @Order(8)
    void nobodyIsToldWhatIsNotForThem() throws Exception {
        TownLeaks leaks = leaks();

        LeakScan told = leaks.told(secrets().all(), leaks.named(secrets().bearers()));

        assertThat(told.found()).isEmpty();
        assertThat(told.bytes()).isGreaterThan(10_000_000);
        assertThat(secrets().kinds())
                .allSatisfy((kind, words) -> assertThat(words).as(kind).hasSizeGreaterThan(5));
    }

    @Test
    @Order(8)
    void whatIsForNobodyIsKeptNowhereButInTheSealedOriginals() throws Exception {
        assertThat(leaks().kept(secrets().ofNobody(), log).found()).isEmpty();
    }

    /** The first day after the first of the town's penalties stopped being public. */
    @Test
    @Order(9)
    void whatIsNoLongerPublicIsToldNoLonger() throws Exception {
        TreeMap<LocalDate, List<TrueRecord>> ends = town.truth("credit.penalty")
                .filter(record -> record.smudges().isEmpty() && !record.sent().containsValue("自然人"))
                .collect(Collectors.groupingBy(
                        record -> LocalDate.parse(record.sent().get("CF_GSJZQ")), TreeMap::new, Collectors.toList()));
        List<String> decisions = values(ends.firstEntry().getValue(), "CF_WSH");
        TownLeaks leaks = leaks();
        List<String> enterprises = leaks.named(values(ends.firstEntry().getValue(), "CF_XDR_MC"));
        String address = "/api/v1/enterprises/" + enterprises.get(0) + "?include=satellites";
        assertThat(get(address).toString()).as("while it is public").contains(decisions.get(0));

        clock.at(ends.firstKey()
                .plusDays(1)
                .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                .toInstant());
        context.getBean(Snapshots.class).leaveOutWhatEnded();
        context.getBean(ServedSnapshots.class).turn();

        assertThat(leaks.told(decisions, enterprises.subList(0, 1)).found()).isEmpty();
    }

    private static List<String> values(List<TrueRecord> records, String column) {
        return records.stream().map(record -> record.sent().get(column)).toList();
    }

    private TownSecrets secrets() {
        if (secrets == null) {
            secrets = new TownSecrets(
                    town,
                    context.getBean(Catalogue.class),
                    List.of(
                            Instant.parse("2026-11-20T02:00:00Z"),
                            clock.instant().truncatedTo(ChronoUnit.HOURS)));
        }
        return secrets;
    }

    private TownLeaks leaks() {
        return new TownLeaks(context, home, List.of("2026-11-20T01Z"));
    }

    /** What departments sent and what was read from it, with the time of the last writing. */
    private Map<String, FileTime> files() throws IOException {
        Map<String, FileTime> files = new TreeMap<>();
        for (String folder : List.of("landing", "lake/normalized", "lake/quarantine")) {
            try (Stream<Path> all = Files.walk(home.resolve(folder))) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(home.relativize(file).toString().replace('\\', '/'), Files.getLastModifiedTime(file));
                }
            }
        }
        return files;
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private Digest publishedContent() {
        return context.getBean(Ledger.class).lastPublication().orElseThrow().content();
    }

    /** Number of slots and deliveries, which a rerun must not change. */
    private record FeedBytes(long slots, long deliveries) {

        static FeedBytes of(Ledger ledger) {
            var slots = ledger.slots(FeedId.parse("tax.registration"));
            return new FeedBytes(
                    slots.size(),
                    slots.stream().filter(slot -> slot.delivery() != null).count());
        }
    }

    private static Set<String> departments(JsonNode profile) {
        Set<String> departments = new TreeSet<>();
        for (JsonNode source : profile.findParents("source_time")) {
            assertThat(source.path("source_time").asString()).isNotBlank();
            assertThat(source.path("position").path("object").asString()).startsWith("landing/");
            departments.add(source.path("feed").asString().replaceFirst("\\..*", ""));
        }
        return departments;
    }

    private void nextHour() {
        clock.advance(Duration.ofHours(1));
        town.advance();
        settle();
    }

    private void settle() {
        context.getBean(HourLoop.class).settle();
    }

    private JsonNode await(String location) throws Exception {
        for (int i = 0; i < 600; i++) {
            JsonNode run = get(location);
            if (!run.path("ended_at").isNull()) {
                return run;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("Run does not end: " + location);
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> response = http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as("%s %s", path, response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + context.getWebServer().getPort() + path))
                .header("X-API-Key", "demonstration");
    }
}
