package io.hourshare.pull;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.land.LandedBatch;
import io.hourshare.pull.http.Signature;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoapXmlPullTest {

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
    void postsTheEnvelopeWithTheWindowAndLandsTheAnswer() {
        answer(ok(envelope("<total>1</total><rows><row><BDCDYH>1</BDCDYH></row></rows>")));

        LandedBatch batch = bench.pull(feed());

        LoggedRequest request = source.getAllServeEvents().get(0).getRequest();
        assertThat(request.getHeader("SOAPAction")).isEqualTo("\"queryRealEstate\"");
        assertThat(request.getHeader("Content-Type")).startsWith("text/xml");
        assertThat(request.getBodyAsString())
                .contains("<queryRealEstate xmlns=\"urn:hourshare:query\">")
                .contains("<from>2026-11-22T10:55:00+08:00</from><to>2026-11-22T12:00:00+08:00</to>")
                .contains("<pageNo>1</pageNo><pageSize>200</pageSize></queryRealEstate>");
        assertThat(batch.declared()).isEqualTo(1);
        assertThat(bench.text(batch.objects().get(0))).contains("<BDCDYH>1</BDCDYH>");
    }

    @Test
    void theBodyIsPartOfTheSignature() {
        answer(ok(envelope("<total>0</total><rows/>")));

        bench.pull(feed("appKey", "park", "appSecret", "s3cret"));

        LoggedRequest request = source.getAllServeEvents().get(0).getRequest();
        assertThat(request.getHeader("X-Signature"))
                .isEqualTo(new Signature("park", "s3cret")
                        .sign(
                                "POST",
                                URI.create("http://x/real-estate"),
                                request.getBody(),
                                request.getHeader("X-Timestamp"),
                                request.getHeader("X-Nonce")));
    }

    @Test
    void readsPageAfterPage() {
        page(1, "<total>3</total><pageNo>1</pageNo><rows><row/><row><QLR/><QLR/></row></rows>");
        page(2, "<total>3</total><pageNo>2</pageNo><rows><row/></rows>");

        LandedBatch batch = bench.pull(feed("pageSize", "2"));

        assertThat(batch.objects()).hasSize(2);
        assertThat(batch.declared()).isEqualTo(3);
    }

    @Test
    void aFaultIsToldInItsOwnWords() {
        answer(aResponse()
                .withStatus(500)
                .withBody(envelope("<soap:Fault><faultcode>soap:Client</faultcode>"
                        + "<faultstring>授权文号已过期</faultstring></soap:Fault>")));

        PullFailedException failure = failure(feed());

        assertThat(failure).hasMessageContaining("授权文号已过期");
        assertThat(failure.reason()).isEqualTo("BUSINESS_ERROR");
        assertThat(source.getAllServeEvents()).hasSize(1);
    }

    @Test
    @Tag("F20")
    void aFaultOfTheServerIsTriedAgain() {
        answer(aResponse()
                .withStatus(500)
                .withBody(envelope(
                        "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>忙</faultstring></soap:Fault>")));

        assertThat(failure(feed()).reason()).isEqualTo("SOURCE_ERROR");
        assertThat(source.getAllServeEvents()).hasSize(3);
    }

    @Test
    void aFaultThatClaimsSuccessIsAFault() {
        answer(ok(envelope("<soap:Fault><faultcode>x</faultcode><faultstring>无权限</faultstring></soap:Fault>")));

        assertThat(failure(feed())).hasMessageContaining("无权限");
        assertThat(bench.landed()).isEmpty();
    }

    @Test
    void aRecordMayTalkOfFaults() {
        answer(ok(envelope("<total>1</total><rows><row><Fault>1</Fault><total>9</total></row></rows>")));

        assertThat(bench.pull(feed()).declared()).isEqualTo(1);
    }

    @Test
    @Tag("F44")
    void aDocumentTypeIsRefusedAndNothingIsFetched() {
        answer(ok("<!DOCTYPE r [<!ENTITY x SYSTEM \"" + source.baseUrl() + "/canary\">]>"
                + envelope("<total>1</total><rows><row>&x;</row></rows>")));
        source.stubFor(get(urlPathEqualTo("/canary")).willReturn(ok("x")));

        assertThat(failure(feed()).reason()).isIn("NOT_DATA", "MALFORMED");
        assertThat(source.getAllServeEvents())
                .extracting(event -> event.getRequest().getUrl())
                .doesNotContain("/canary");
        assertThat(bench.landed()).isEmpty();
    }

    @Test
    @Tag("F23")
    void xmlCutInTheMiddleNeverLands() {
        answer(ok("<a><total>1</total><rows><row>"));

        assertThat(failure(feed()).reason()).isEqualTo("MALFORMED");
        assertThat(bench.landed()).isEmpty();
    }

    @Test
    @Tag("F44")
    void endlessNestingIsRefused() {
        answer(ok("<a>".repeat(5_000)));

        assertThat(failure(feed()).reason()).isEqualTo("NOT_DATA");
    }

    @Test
    void valuesInTheEnvelopeAreEscaped() {
        answer(ok(envelope("<total>0</total>")));

        bench.pull(feed("namespace", "urn:a&b\"<c"));

        assertThat(source.getAllServeEvents().get(0).getRequest().getBodyAsString())
                .contains("urn:a&amp;b&quot;&lt;c");
    }

    @Test
    void aDocumentInCdataIsReadWithItsTotalAndItsPages() {
        String head = "<?xml version=\"1.0\" encoding=\"GBK\"?><data><total>3</total>";
        page(1, "<return><![CDATA[\n" + head + "<pageNo>1</pageNo><row/><row/></data>]]></return>");
        page(2, "<return><![CDATA[" + head + "<pageNo>2</pageNo><row/></data> ]]></return>");

        LandedBatch batch = bench.pull(feed("pageSize", "2"));

        assertThat(batch.objects()).hasSize(2);
        assertThat(batch.declared()).isEqualTo(3);
    }

    @Test
    void aDocumentInCdataThatHoldsLessThanItsTotalNeverLands() {
        answer(ok(envelope("<return><![CDATA[<data><total>3</total><row/></data>]]></return>")));

        assertThat(failure(feed("pageSize", "2")).reason()).isIn("TOTAL_MISMATCH", "PAGE_REPEATED");
        assertThat(bench.landed()).isEmpty();
    }

    @Test
    void aFaultInCdataIsToldInItsOwnWords() {
        answer(ok(envelope("<return><![CDATA[<r><Fault><faultstring>授权文号已过期</faultstring></Fault></r>]]></return>")));

        assertThat(failure(feed())).hasMessageContaining("授权文号已过期");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<return>&lt;data&gt;&lt;total&gt;1&lt;/total&gt;&lt;row&gt;1&lt;/row&gt;&lt;/data&gt;</return>",
                "<return>\n &#60;?xml version=\"1.0\"?&#62;&lt;r&gt;&lt;total&gt;1&lt;/total&gt;&lt;row/&gt;&lt;/r&gt;</return>",
                "<total>1</total><return>&lt;row&gt;1&lt;/row&gt;</return>",
                "<return><![CDATA[\uFEFF<data><total>1</total><row/></data>]]></return>",
            })
    void aDocumentInATextIsReadWithItsTotal(String content) {
        answer(ok(envelope(content)));

        assertThat(bench.pull(feed()).declared()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<return>&lt;data&gt;&lt;total&gt;1&lt;/total&gt;&lt;rows&gt;&lt;/data&gt;</return>",
                "<return>&amp;lt;row&amp;gt;1&amp;lt;/row&amp;gt;</return>",
                "<return>{\"total\":1,\"data\":[{\"BDCDYH\":\"1\"}]}</return>",
                "<return><![CDATA[[{\"BDCDYH\":\"1\"}]]]></return>",
            })
    void recordsThatCameAsTextNeverPassForNoRecords(String content) {
        answer(ok(envelope(content)));

        assertThat(failure(feed()))
                .hasMessageContaining("return")
                .hasMessageContaining("不能当作零行")
                .hasMessageContaining("请数源直接返回其中的元素");
        assertThat(bench.landed()).isEmpty();
    }

    @Test
    void markupInAMessageBesideZeroRecordsIsNoTrouble() {
        answer(ok(envelope("<total>0</total><message>&lt;b&gt;无数据&lt;/b&gt;</message>")));

        assertThat(bench.pull(feed()).declared()).isZero();
    }

    private void page(int number, String content) {
        source.stubFor(post(urlPathEqualTo("/real-estate"))
                .withRequestBody(containing("<pageNo>" + number + "</pageNo>"))
                .willReturn(ok(envelope(content)).withHeader("Content-Type", "text/xml;charset=utf-8")));
    }

    private void answer(ResponseDefinitionBuilder response) {
        source.stubFor(post(urlPathEqualTo("/real-estate"))
                .withHeader("SOAPAction", equalTo("\"queryRealEstate\""))
                .willReturn(response.withHeader("Content-Type", "text/xml;charset=utf-8")));
    }

    private static String envelope(String content) {
        return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>" + content
                + "</soap:Body></soap:Envelope>";
    }

    private static Feed feed(String... more) {
        String[] parameters = new String[more.length + 4];
        parameters[0] = "url";
        parameters[1] = source.baseUrl() + "/real-estate";
        parameters[2] = "operation";
        parameters[3] = "queryRealEstate";
        System.arraycopy(more, 0, parameters, 4, more.length);
        return PullBench.feed("natural-resources.real-estate", "soap-xml", FeedMode.INCREMENTAL, parameters);
    }

    private PullFailedException failure(Feed feed) {
        PullFailedException failure = catchThrowableOfType(PullFailedException.class, () -> bench.pull(feed));
        assertThat(failure).as("a pull that fails").isNotNull();
        return failure;
    }
}
