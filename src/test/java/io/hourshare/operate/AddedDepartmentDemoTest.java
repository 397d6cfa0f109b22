package io.hourshare.operate;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import io.hourshare.sandbox.world.Enterprise;
import io.hourshare.sandbox.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A department that nobody foresaw, connected by files alone, from its interface to everything that people see. */
class AddedDepartmentDemoTest {

    private static final String START = "2026-11-20T02:30:00Z";
    private static final World TOWN = new World(20_261_122L, 300, 60);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private final Map<String, Integer> headcounts = headcounts();

    @Test
    void threeFilesBringAValueToProfileAnalystFileDictionaryAndFreshness() throws Exception {
        WireMockServer department =
                new WireMockServer(WireMockConfiguration.options().dynamicPort());
        department.start();
        try (DemoProcess process = DemoProcess.start(
                folder.resolve("data"),
                "--hourshare.clock.start=" + START,
                "--hourshare.sandbox.enterprises=300",
                "--hourshare.sandbox.park=60",
                "--hourshare.catalogue=" + catalogue(department))) {
            process.awaitPublication();
            process.awaitServer();

            assertThat(profiles()).isNotEmpty().isSubsetOf(headcounts.values());
            assertThat(freshness())
                    .contains("human-resources.insured-headcount", "emergency.inspection", "tax.registration");
        } finally {
            department.stop();
        }
        assertThat(analyst("select insured_headcount from enterprise where insured_headcount is not null"))
                .isNotEmpty();
        assertThat(analyst("select title from dict where table_name = 'enterprise'"
                        + " and column_name = 'insured_headcount'"))
                .containsExactly("参保人数");
        assertThat(analyst("select count(*) from inspection group by enterprise_id"))
                .contains("2");
    }

    private static Map<String, Integer> headcounts() {
        Map<String, Integer> headcounts = new TreeMap<>();
        LongStream.range(0, 60)
                .mapToObj(slot -> TOWN.at(slot, Instant.parse(START)))
                .filter(Enterprise::inPark)
                .forEach(it -> headcounts.put(it.codes().uscc(), headcounts.size() + 100));
        return headcounts;
    }

    private Path catalogue(WireMockServer department) throws IOException {
        department.stubFor(get(urlPathEqualTo("/headcount"))
                .willReturn(okJson(headcounts.entrySet().stream()
                        .map(one -> "{\"TYSHXYDM\":\"%s\",\"CBRS\":%d}".formatted(one.getKey(), one.getValue()))
                        .collect(Collectors.joining(",", "[", "]")))));
        department.stubFor(get(urlPathEqualTo("/inspections"))
                .willReturn(okJson(headcounts.keySet().stream()
                        .flatMap(uscc -> Stream.of("A", "B")
                                .map(kind -> "{\"bh\":\"%s-%s\",\"dm\":\"%s\",\"rq\":\"2026年3月5日\",\"jg\":\"合格\"}"
                                        .formatted(kind, uscc, uscc)))
                        .collect(Collectors.joining(",", "{\"rows\":[", "]}")))));
        Path catalogue = folder.resolve("catalogue");
        headcount(catalogue, department.baseUrl());
        inspection(catalogue, department.baseUrl());
        return catalogue;
    }

    private static void headcount(Path catalogue, String url) throws IOException {
        route(catalogue, "human-resources", "insured-headcount", url + "/headcount");
        write(catalogue.resolve("schemas/human-resources/insured-headcount.odcs.yaml"), """
                apiVersion: v3.1.0
                kind: DataContract
                id: human-resources.insured-headcount
                name: 参保人数
                version: 1.0.0
                status: active
                schema:
                  - name: insured_headcount
                    description: one row per enterprise and month
                    properties:
                      - { name: TYSHXYDM, businessName: 统一社会信用代码, logicalType: string, required: true, primaryKey: true }
                      - { name: CBRS, businessName: 参保人数, logicalType: integer, required: true, logicalTypeOptions: { minimum: 0 } }
                slaProperties:
                  - { property: latency, value: 1, unit: h }
                """);
        write(catalogue.resolve("jobs/human-resources/insured-headcount.yaml"), """
                feed: human-resources.insured-headcount
                into: enterprise
                map:
                  uscc:              { from: TYSHXYDM, as: uscc }
                  insured_headcount: { from: CBRS, as: integer }
                """);
    }

    private static void inspection(Path catalogue, String url) throws IOException {
        route(catalogue, "emergency", "inspection", url + "/inspections");
        write(catalogue.resolve("schemas/emergency/inspection.odcs.yaml"), """
                apiVersion: v3.1.0
                kind: DataContract
                id: emergency.inspection
                name: 安全检查
                version: 1.0.0
                status: active
                schema:
                  - name: inspection
                    description: 每次检查一行
                    properties:
                      - { name: bh, businessName: 检查编号, required: true, primaryKey: true }
                      - { name: dm, businessName: 统一社会信用代码 }
                      - { name: rq, businessName: 检查日期, logicalType: date }
                      - { name: jg, businessName: 检查结果 }
                """);
        write(catalogue.resolve("jobs/emergency/inspection.yaml"), """
                feed: emergency.inspection
                into: inspection
                map:
                  inspection_no: bh
                  uscc: dm
                  inspected_on: rq
                  result: jg
                """);
        write(catalogue.resolve("schemas/canonical/inspection.odcs.yaml"), """
                apiVersion: v3.1.0
                kind: DataContract
                id: canonical.inspection
                name: 安全检查
                version: 1.0.0
                status: active
                schema:
                  - name: inspection
                    description: 每次检查一行
                    properties:
                      - { name: inspection_no, businessName: 检查编号 }
                      - { name: uscc, businessName: 统一社会信用代码 }
                      - { name: inspected_on, businessName: 检查日期, logicalType: date }
                      - { name: result, businessName: 检查结果 }
                """);
    }

    private static void route(Path catalogue, String department, String feed, String url) throws IOException {
        write(catalogue.resolve("routes/" + department + "/" + feed + ".camel.yaml"), """
                - templatedRoute:
                    routeTemplateRef: http-paged-json
                    routeId: %s.%s
                    parameters:
                      - name: url
                        value: "%s"
                """.formatted(
                        department, feed, url));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<Integer> profiles() throws Exception {
        List<Integer> shown = new java.util.ArrayList<>();
        for (String uscc : headcounts.keySet()) {
            JsonNode value = ask("/api/v1/enterprises/" + uscc).path("fields").path("insured_headcount");
            if (value.isNumber()) {
                assertThat(value.intValue()).isEqualTo(headcounts.get(uscc));
                shown.add(value.intValue());
            }
        }
        return shown;
    }

    private List<String> freshness() throws Exception {
        return ask("/api/v1/freshness")
                .path("items")
                .valueStream()
                .map(item -> item.path("feed").asString())
                .toList();
    }

    private JsonNode ask(String path) throws Exception {
        JsonNode server = JSON.readTree(folder.resolve("data/server.json").toFile());
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.path("url").asString() + path))
                .header("X-API-Key", server.path("key").asString())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(answer.body());
    }

    private List<String> analyst(String sql) throws IOException {
        try (Stream<Path> snapshots = Files.list(folder.resolve("data/snapshots"))) {
            Path newest = snapshots
                    .map(path -> path.resolve("analyst.duckdb"))
                    .filter(path -> Files.isRegularFile(path, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .max(java.util.Comparator.naturalOrder())
                    .orElseThrow();
            Engine engine = new Engine(new EngineSettings("512MB", 1), folder);
            try (Session session = engine.openReadOnly(newest)) {
                return session.query(sql, row -> row.getString(1));
            }
        }
    }
}
