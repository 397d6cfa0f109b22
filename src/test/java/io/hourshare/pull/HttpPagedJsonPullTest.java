package io.hourshare.pull;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.land.LandedBatch;
import io.hourshare.pull.http.Signature;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPagedJsonPullTest {

    @RegisterExtension
    static final WireMockExtension source = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    @TempDir
    Path folder;

    private PullBench bench;

    @BeforeEach
    void open() {
        bench = new PullBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aBareArrayIsOnePage() {
        source.stubFor(get(urlEqualTo("/list")).willReturn(okJson("[{\"CBRS\":1},{\"CBRS\":2}]")));

        LandedBatch batch = bench.pull(feed());

        assertThat(bench.text(batch.objects().get(0))).isEqualTo("[{\"CBRS\":1},{\"CBRS\":2}]");
        assertThat(batch.objects()).hasSize(1);
        assertThat(batch.declared()).isNull();
    }

    @Test
    void anObjectWithOneArrayIsOnePage() {
        source.stubFor(get(urlEqualTo("/list")).willReturn(okJson("{\"result\":{\"rows\":[{\"CBRS\":1}]}}")));

        assertThat(bench.pull(feed()).objects()).hasSize(1);
    }

    @Test
    void aBareAnswerThatSaysThereIsMoreIsReadOn() {
        source.stubFor(get(urlEqualTo("/list")).willReturn(okJson("{\"total\":3,\"data\":[1,2]}")));
        source.stubFor(get(urlEqualTo("/list?pageNo=2&pageSize=2")).willReturn(okJson("{\"total\":3,\"data\":[3]}")));

        LandedBatch batch = bench.pull(feed());

        assertThat(batch.objects()).hasSize(2);
        assertThat(batch.declared()).isEqualTo(3);
    }

    @Test
    void pagesByNumberUntilTheTotalIsThere() {
        pages(45, 20);

        LandedBatch batch = bench.pull(numbered());

        assertThat(batch.objects()).hasSize(3);
        assertThat(batch.declared()).isEqualTo(45);
        assertThat(batch.objects())
                .extracting(object -> Path.of(object.path()).getFileName().toString())
                .containsExactly("page-00001.json", "page-00002.json", "page-00003.json");
    }

    @Test
    void manyPagesDoNotRunOutOfConnections() {
        pages(1200, 20);

        assertThat(bench.pull(numbered()).objects()).hasSize(60);
    }

    @Test
    void pagesByCursorUntilThereIsNone() {
        source.stubFor(get(urlPathEqualTo("/list"))
                .withQueryParam("cursor", absent())
                .willReturn(okJson("{\"total\":2,\"nextCursor\":\"a+b/=\",\"data\":[1]}")));
        source.stubFor(get(urlPathEqualTo("/list"))
                .withQueryParam("cursor", equalTo("a+b/="))
                .willReturn(okJson("{\"total\":2,\"nextCursor\":null,\"data\":[2]}")));

        LandedBatch batch = bench.pull(feed("paging", "cursor"));

        assertThat(batch.objects()).hasSize(2);
        assertThat(batch.declared()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"recordCount\":3,\"data\":[1,2]}",
                "{\"page\":{\"count\":\"3\"},\"data\":[1,2]}",
                "{\"zs\":3,\"data\":[1,2]}",
                "{\"pages\":2,\"data\":[1,2]}",
                "{\"hasNext\":true,\"data\":[1,2]}",
                "{\"last\":false,\"content\":[1,2]}",
            })
    void howeverASourceSaysThatThereIsMore(String first) {
        source.stubFor(get(urlEqualTo("/list")).willReturn(okJson(first)));
        source.stubFor(get(urlEqualTo("/list?pageNo=2&pageSize=2")).willReturn(okJson("{\"data\":[3]}")));

        assertThat(bench.pull(feed()).objects()).hasSize(2);
    }

    @Test
    void theCountOfAPageAloneIsNoTotal() {
        source.stubFor(get(urlEqualTo("/list")).willReturn(okJson("{\"count\":2,\"pages\":1,\"data\":[1,2]}")));

        assertThat(bench.pull(feed()).objects()).hasSize(1);
    }

    @Test
    void asksByPostWithTheHeadersAndTheBodyThatTheRouteGives() {
        source.stubFor(post(urlEqualTo("/list"))
                .withHeader("Authorization", equalTo("Bearer t0ken"))
                .withHeader("Content-Type", containing("application/json"))
                .withRequestBody(equalToJson("{\"from\":\"2026-11-22T10:55:00+08:00\",\"page\":{\"no\":1,\"size\":2}}"))
                .willReturn(okJson("{\"total\":3,\"data\":[1,2]}")));
        source.stubFor(post(urlEqualTo("/list"))
                .withRequestBody(containing("\"page\":{\"no\":2,\"size\":2}}"))
                .willReturn(okJson("{\"total\":3,\"data\":[3]}")));

        LandedBatch batch = bench.pull(feed(
                "pageSize",
                "2",
                "headers",
                "Authorization: Bearer t0ken\nX-Dept: park",
                "body",
                "{\"from\":\"${from}\",\"page\":{\"no\":${pageNo},\"size\":${pageSize}}}"));

        assertThat(batch.objects()).hasSize(2);
    }

    @Test
    void asksForTheWindowsChangesInLocalTime() {
        source.stubFor(get(urlPathEqualTo("/list")).willReturn(okJson("{\"code\":\"0\",\"total\":0,\"data\":[]}")));

        LandedBatch batch =
                bench.pull(feed("fromParameter", "updatedFrom", "toParameter", "updatedTo", "ok", "/code=0"));

        LoggedRequest request = requests().get(0);
        assertThat(request.queryParameter("updatedFrom").firstValue()).isEqualTo("2026-11-22T10:55:00+08:00");
        assertThat(request.queryParameter("updatedTo").firstValue()).isEqualTo("2026-11-22T12:00:00+08:00");
        assertThat(batch.declared()).isZero();
    }

    @Test
    @Tag("F20")
    void everyTryIsSignedAnew() {
        source.stubFor(get(urlPathEqualTo("/list"))
                .inScenario("busy")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(503))
                .willSetStateTo("up"));
        source.stubFor(get(urlPathEqualTo("/list"))
                .inScenario("busy")
                .whenScenarioStateIs("up")
                .willReturn(okJson("[]")));

        bench.pull(feed("appKey", "park", "appSecret", "s3cret", "url", source.baseUrl() + "/list?b=2&a=%E7%94%B2"));

        List<LoggedRequest> requests = requests();
        assertThat(requests).hasSize(2).allSatisfy(request -> {
            String expected = new Signature("park", "s3cret")
                    .sign(
                            "GET",
                            URI.create("http://x/list?a=%E7%94%B2&b=2"),
                            new byte[0],
                            request.getHeader("X-Timestamp"),
                            request.getHeader("X-Nonce"));
            assertThat(request.getHeader("X-Signature")).isEqualTo(expected);
            assertThat(request.getHeader("X-App-Key")).isEqualTo("park");
        });
        assertThat(requests).extracting(request -> request.getHeader("X-Nonce")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"429", "500", "502", "503", "504"})
    @Tag("F20")
    void apassingTroubleIsTriedAgain(int status) {
        once(aResponse().withStatus(status), okJson("[1]"));

        assertThat(bench.pull(feed()).objects()).hasSize(1);
    }

    @Test
    @Tag("F20")
    void retryAfterIsObeyed() {
        once(aResponse().withStatus(429).withHeader("Retry-After", "1"), okJson("[1]"));
        long start = System.nanoTime();

        bench.pull(feed());

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(950));
    }

    @Test
    @Tag("F20")
    void aSourceThatWantsToRestForLongIsLeftAlone() {
        answer(aResponse().withStatus(429).withHeader("Retry-After", "3600"));

        assertThat(reason(feed())).isEqualTo("SOURCE_BUSY");
        assertThat(requests()).hasSize(1);
    }

    @Test
    @Tag("F20")
    void aRetryDateInThePastMeansNow() {
        once(aResponse().withStatus(503).withHeader("Retry-After", "Sun, 01 Nov 2020 00:00:00 GMT"), okJson("[1]"));

        assertThat(bench.pull(feed()).objects()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400,NOT_DATA,1",
        "401,SOURCE_REFUSED,1",
        "403,SOURCE_REFUSED,1",
        "404,NOT_FOUND,1",
        "429,SOURCE_BUSY,3",
        "500,SOURCE_ERROR,3",
        "302,REDIRECTED,1",
        "204,EMPTY_ANSWER,3"
    })
    @Tag("F20")
    @Tag("F31")
    void aRefusalHasItsReasonAndLandsNothing(int status, String reason, int tries) {
        answer(aResponse().withStatus(status).withHeader("Location", "http://169.254.169.254/"));

        assertThat(reason(feed())).isEqualTo(reason);
        assertThat(requests()).hasSize(tries);
        assertNothingLanded();
    }

    @Test
    @Tag("F24")
    void aLoginPageIsNotData() {
        answer(aResponse()
                .withHeader("Content-Type", "text/html;charset=UTF-8")
                .withBody("<html>请登录 110101199001011234</html>"));

        PullFailedException failure = failure(feed());

        assertThat(failure.reason()).isEqualTo("NOT_DATA");
        assertThat(failure).hasMessageContaining("请登录").hasMessageNotContaining("110101199001011234");
    }

    @Test
    @Tag("F24")
    void aLoginPageThatClaimsToBeJsonIsNotWhole() {
        answer(okJson("<html>请登录</html>"));

        assertThat(reason(feed())).isEqualTo("MALFORMED");
    }

    @Test
    @Tag("F24")
    void anEmptyBodyIsNotZeroRows() {
        answer(okJson(""));

        assertThat(reason(feed())).isEqualTo("EMPTY_ANSWER");
    }

    @Test
    @Tag("F24")
    void anErrorObjectIsNotZeroRows() {
        answer(okJson("{\"error\":\"系统维护\"}"));

        assertThat(reason(feed())).isEqualTo("NOT_DATA");
    }

    @Test
    @Tag("F24")
    void theSourcesOwnErrorIsToldInItsWords() {
        answer(okJson("{\"code\":\"1003\",\"message\":\"授权已到期\",\"data\":[]}"));

        assertThat(failure(feed("ok", "/code=0")))
                .hasMessageContaining("授权已到期")
                .extracting(PullFailedException::reason)
                .isEqualTo("BUSINESS_ERROR");
    }

    @Test
    @Tag("F23")
    void aBodyCutInTheMiddleNeverLands() {
        answer(okJson("{\"total\":2,\"data\":[{\"a\":1},{\"a\":"));

        assertThat(reason(feed())).isEqualTo("MALFORMED");
        assertNothingLanded();
    }

    @ParameterizedTest
    @CsvSource({"MALFORMED_RESPONSE_CHUNK", "EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "RANDOM_DATA_THEN_CLOSE"})
    @Tag("F23")
    void aBrokenConnectionIsTriedAgainAndNeverLandsInPart(Fault fault) {
        answer(aResponse().withFault(fault));

        assertThat(reason(feed())).isIn("TRUNCATED", "SOURCE_UNREACHABLE");
        assertThat(requests()).hasSize(3);
        assertNothingLanded();
    }

    @Test
    @Tag("F23")
    void aBrokenConnectionThatRecoversLandsWhole() {
        once(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), okJson("[1]"));

        assertThat(bench.text(bench.pull(feed()).objects().get(0))).isEqualTo("[1]");
    }

    @Test
    @Tag("F22")
    void aStalledReadTimesOut() {
        bench.close();
        bench = new PullBench(folder, PullBench.settings(Duration.ofSeconds(60), Duration.ofMillis(200)));
        answer(okJson("[1,2,3]").withFixedDelay(2_000));

        assertThat(reason(feed())).isEqualTo("SOURCE_TIMEOUT");
    }

    @Test
    @Tag("F22")
    void aTricklingSourceIsEndedByTheDeadline() {
        bench.close();
        bench = new PullBench(folder, PullBench.settings(Duration.ofSeconds(1)));
        answer(okJson("[" + "1,".repeat(2000) + "1]").withChunkedDribbleDelay(40, 8_000));
        long start = System.nanoTime();

        assertThat(reason(feed())).isEqualTo("DEADLINE");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(7));
    }

    @Test
    @Tag("F21")
    void aClosedPortIsUnreachable() {
        assertThat(reason(feed("url", "http://127.0.0.1:1/list"))).isEqualTo("SOURCE_UNREACHABLE");
    }

    @Test
    @Tag("F25")
    void aPageThatComesTwiceIsAFault() {
        answer(okJson("{\"total\":4,\"data\":[1,2]}"));

        assertThat(reason(feed("paging", "number", "pageSize", "2"))).isEqualTo("PAGE_REPEATED");
        assertNothingLanded();
    }

    @Test
    @Tag("F25")
    void anotherPageThanAskedForIsAFault() {
        page(1, "{\"total\":4,\"pageNo\":1,\"data\":[1,2]}");
        page(2, "{\"total\":4,\"pageNo\":3,\"data\":[3,4]}");

        assertThat(reason(feed("paging", "number", "pageSize", "2"))).isEqualTo("PAGE_REPEATED");
    }

    @Test
    @Tag("F25")
    void aCursorThatGoesInCirclesIsAFault() {
        source.stubFor(get(urlPathEqualTo("/list")).willReturn(okJson("{\"nextCursor\":\"a\",\"data\":[1]}")));
        source.stubFor(get(urlPathEqualTo("/list"))
                .withQueryParam("cursor", equalTo("a"))
                .willReturn(okJson("{\"nextCursor\":\"b\",\"data\":[2]}")));
        source.stubFor(get(urlPathEqualTo("/list"))
                .withQueryParam("cursor", equalTo("b"))
                .willReturn(okJson("{\"nextCursor\":\"a\",\"data\":[3]}")));

        assertThat(reason(feed("paging", "cursor"))).isEqualTo("PAGE_REPEATED");
    }

    @Test
    @Tag("F25")
    void aSourceWithoutEndMeetsThePageLimit() {
        for (int i = 0; i < 75; i++) {
            page(i + 1, "{\"data\":[" + i + "]}");
        }

        assertThat(reason(feed("paging", "number", "pageSize", "1"))).isEqualTo("TOO_MANY_PAGES");
    }

    @Test
    @Tag("F25")
    void fewerRecordsThanDeclaredIsAFault() {
        page(1, "{\"total\":5,\"data\":[1,2]}");
        page(2, "{\"total\":5,\"data\":[3,4]}");
        page(3, "{\"total\":5,\"data\":[]}");

        assertThat(reason(feed("paging", "number", "pageSize", "2"))).isEqualTo("TOTAL_MISMATCH");
        assertNothingLanded();
    }

    @Test
    @Tag("F25")
    void aTotalThatChangesOnceIsPulledAnew() {
        page(1, "{\"total\":3,\"data\":[1,2]}");
        source.stubFor(get(urlPathEqualTo("/list"))
                .withQueryParam("pageNo", equalTo("2"))
                .inScenario("grows")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson("{\"total\":4,\"data\":[3,4]}"))
                .willSetStateTo("grown"));
        source.stubFor(get(urlPathEqualTo("/list"))
                .withQueryParam("pageNo", equalTo("2"))
                .inScenario("grows")
                .whenScenarioStateIs("grown")
                .willReturn(okJson("{\"total\":3,\"data\":[9]}")));

        LandedBatch batch = bench.pull(feed("paging", "number", "pageSize", "2"));

        assertThat(batch.objects()).hasSize(2);
        assertThat(bench.text(batch.objects().get(1))).contains("[9]");
        assertThat(bench.landed()).hasSize(2);
    }

    @Test
    @Tag("F25")
    void aTotalThatKeepsChangingIsGivenUp() {
        page(1, "{\"total\":3,\"data\":[1,2]}");
        page(2, "{\"total\":4,\"data\":[3,4]}");

        assertThat(reason(feed("paging", "number", "pageSize", "2"))).isEqualTo("TOTAL_CHANGED");
        assertThat(requests()).hasSize(6);
    }

    @Test
    void anAnswerOverTheLimitIsRefused() {
        answer(okJson("[\"" + "x".repeat(4 << 20) + "\"]"));

        assertThat(reason(feed())).isEqualTo("TOO_LARGE");
        assertNothingLanded();
    }

    @Test
    void headersThatLookLikeCamelsHaveNoEffect() {
        ResponseDefinitionBuilder hostile = okJson("{\"total\":2,\"data\":[1]}");
        for (String name : List.of(
                "CamelHttpUri",
                "camelhttpuri",
                "CAMELHTTPURI",
                "CamelHttpMethod",
                "CamelFileName",
                "CamelBeanMethodName",
                "CamelHttpResponseCode",
                "CamelSqlQuery")) {
            hostile.withHeader(name, "http://169.254.169.254/");
        }
        source.stubFor(get(urlEqualTo("/list?pageNo=1&pageSize=1")).willReturn(hostile));
        page(2, "{\"total\":2,\"data\":[2]}");

        assertThat(bench.pull(feed("paging", "number", "pageSize", "1")).objects())
                .hasSize(2);
    }

    @Test
    void anUnaskedForCompressionIsRefused() {
        answer(okJson("[1]").withHeader("Content-Encoding", "br"));

        assertThat(reason(feed())).isEqualTo("NOT_DATA");
    }

    @Test
    void aMissingPropertyIsSaidPlainly() {
        assertThat(failure(feed("url", "{{hourshare.sources.housing.url}}/completion")))
                .hasMessageContaining("hourshare.sources.housing.url")
                .extracting(PullFailedException::reason)
                .isEqualTo("NOT_CONFIGURED");
    }

    @Test
    void aPullThatFailedCanBeDoneAgain() {
        once(aResponse().withStatus(404), okJson("[1]"));

        assertThat(reason(feed())).isEqualTo("NOT_FOUND");
        assertThat(bench.pull(feed()).objects()).hasSize(1);
    }

    private void pages(int total, int size) {
        List<String> records = IntStream.range(0, total)
                .mapToObj(i -> "{\"n\":" + i + "}")
                .collect(Collectors.toCollection(ArrayList::new));
        for (int from = 0, number = 1; from < total; from += size, number++) {
            String data = String.join(",", records.subList(from, Math.min(total, from + size)));
            page(number, "{\"code\":\"0\",\"total\":" + total + ",\"pageNo\":" + number + ",\"data\":[" + data + "]}");
        }
    }

    private void page(int number, String body) {
        source.stubFor(get(urlPathEqualTo("/list"))
                .withQueryParam("pageNo", equalTo(Integer.toString(number)))
                .willReturn(okJson(body)));
    }

    private void answer(ResponseDefinitionBuilder response) {
        source.stubFor(get(urlPathEqualTo("/list")).willReturn(response));
    }

    private void once(ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
        source.stubFor(get(urlPathEqualTo("/list"))
                .inScenario("once")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(first)
                .willSetStateTo("then"));
        source.stubFor(get(urlPathEqualTo("/list"))
                .inScenario("once")
                .whenScenarioStateIs("then")
                .willReturn(then));
    }

    private Feed numbered() {
        return feed("paging", "number", "pageSize", "20", "ok", "/code=0");
    }

    private static Feed feed(String... more) {
        String[] parameters = new String[more.length + 2];
        parameters[0] = "url";
        parameters[1] = source.baseUrl() + "/list";
        System.arraycopy(more, 0, parameters, 2, more.length);
        return PullBench.feed("housing.completion", "http-paged-json", FeedMode.INCREMENTAL, parameters);
    }

    private String reason(Feed feed) {
        return failure(feed).reason();
    }

    private PullFailedException failure(Feed feed) {
        PullFailedException failure = catchThrowableOfType(PullFailedException.class, () -> bench.pull(feed));
        assertThat(failure).as("a pull that fails").isNotNull();
        assertThat(failure.getMessage()).containsPattern("[\\u4e00-\\u9fff]");
        return failure;
    }

    private static List<LoggedRequest> requests() {
        return source.getAllServeEvents().stream()
                .map(com.github.tomakehurst.wiremock.stubbing.ServeEvent::getRequest)
                .toList();
    }

    private void assertNothingLanded() {
        assertThat(bench.entries()).isEmpty();
        assertThat(bench.landed()).isEmpty();
    }
}
