package io.hourshare.pull;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.kernel.SteppedClock;
import io.hourshare.land.LandedBatch;
import io.hourshare.store.JournalFact.QuestionAsked;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RosterLookupPullTest {

    @RegisterExtension
    static final WireMockExtension source = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    @TempDir
    Path folder;

    private PullBench bench;

    @BeforeEach
    void open() {
        bench = new PullBench(folder, new SteppedClock(PullBench.NOW));
        bench.roster.addAll(List.of("C1", "C2", "C3"));
        source.stubFor(get(urlPathMatching("/ask/.*")).willReturn(okJson("{\"code\":0,\"data\":{\"CBRS\":3}}")));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void asksOncePerEnterpriseAndSaysWhatFor() {
        LandedBatch batch = bench.pull(feed());

        assertThat(batch.objects())
                .extracting(object -> Path.of(object.path()).getFileName().toString())
                .containsExactly("C1.json", "C2.json", "C3.json");
        assertThat(source.getAllServeEvents())
                .allSatisfy(event -> assertThat(
                                URLDecoder.decode(event.getRequest().getHeader("X-Purpose"), StandardCharsets.UTF_8))
                        .isEqualTo("园区窗口服务"));
        assertThat(questions())
                .hasSize(3)
                .allSatisfy(question -> assertThat(question.purpose()).isEqualTo("园区窗口服务"))
                .extracting(QuestionAsked::outcome)
                .containsOnly("ANSWERED");
    }

    @Test
    void whoeverWasAnsweredForIsNotAskedAboutAgainToday() {
        bench.pull(feed());
        bench.roster.add("C4");

        LandedBatch next = bench.pull(later());

        assertThat(next.objects()).hasSize(1);
        assertThat(source.getAllServeEvents()).hasSize(4);
    }

    @Test
    void theQuotaIsKeptAndTheRestIsAskedNextTime() {
        assertThat(bench.pull(feed("quotaPerDay", "2")).objects()).hasSize(2);

        assertThat(bench.pull(later("quotaPerDay", "2")).objects()).isEmpty();
        assertThat(asked()).containsExactly("/ask/C1", "/ask/C2");
        assertThat(bench.pull(later("quotaPerDay", "3")).objects()).hasSize(1);
    }

    @Test
    void anUnknownEnterpriseIsWrittenDownAndNotAskedAboutAgain() {
        answer("C2", aResponse().withStatus(404));

        assertThat(bench.pull(feed()).objects()).hasSize(2);
        bench.pull(later());

        assertThat(questions())
                .extracting(QuestionAsked::subject, QuestionAsked::outcome)
                .contains(org.assertj.core.api.Assertions.tuple("C2", "NOT_KNOWN"));
        assertThat(source.getAllServeEvents()).hasSize(3);
    }

    @Test
    void aBreakInTheMiddleKeepsTheAnswersAndIsResumedAtTheRest() {
        answer("C2", aResponse().withStatus(500));

        assertThat(bench.pull(feed()).objects()).hasSize(1);
        answer("C2", okJson("{\"code\":0}"));

        assertThat(bench.pull(later()).objects()).hasSize(2);
        assertThat(asked()).containsExactly("/ask/C1", "/ask/C2", "/ask/C2", "/ask/C2", "/ask/C2", "/ask/C3");
    }

    @Test
    void anErrorAboutOneEnterpriseDoesNotStopTheOthers() {
        answer("C1", okJson("{\"code\":9,\"message\":\"无授权\"}"));

        assertThat(bench.pull(feed("ok", "/code=0")).objects()).hasSize(2);
        assertThat(questions()).extracting(QuestionAsked::outcome).contains("BUSINESS_ERROR");
    }

    @Test
    void aSourceThatRefusesFromTheStartIsAFailure() {
        source.stubFor(get(urlPathMatching("/ask/.*")).willReturn(aResponse().withStatus(403)));

        PullFailedException failure = catchThrowableOfType(PullFailedException.class, () -> bench.pull(feed()));

        assertThat(failure.reason()).isEqualTo("SOURCE_REFUSED");
        assertThat(source.getAllServeEvents()).hasSize(1);
    }

    private static void answer(String code, ResponseDefinitionBuilder response) {
        source.stubFor(get(urlPathEqualTo("/ask/" + code)).willReturn(response));
    }

    private List<QuestionAsked> questions() {
        return bench.entries().stream()
                .filter(QuestionAsked.class::isInstance)
                .map(QuestionAsked.class::cast)
                .toList();
    }

    private static List<String> asked() {
        List<String> newestFirst = source.getAllServeEvents().stream()
                .map(ServeEvent::getRequest)
                .map(request -> request.getUrl())
                .toList();
        List<String> asked = new java.util.ArrayList<>(newestFirst);
        java.util.Collections.reverse(asked);
        return asked;
    }

    private static PullRequest later(String... more) {
        return PullRequest.of(feed(more), PullBench.HOUR.next());
    }

    private static Feed feed(String... more) {
        String[] parameters = new String[more.length + 4];
        parameters[0] = "url";
        parameters[1] = source.baseUrl() + "/ask/{code}";
        parameters[2] = "purpose";
        parameters[3] = "园区窗口服务";
        System.arraycopy(more, 0, parameters, 4, more.length);
        return PullBench.feed("human-resources.insured", "roster-lookup", FeedMode.EVENT, parameters);
    }
}
