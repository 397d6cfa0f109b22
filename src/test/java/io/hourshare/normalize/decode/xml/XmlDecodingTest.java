package io.hourshare.normalize.decode.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.contract.SourceFormat;
import io.hourshare.normalize.decode.Decoding;
import io.hourshare.normalize.decode.text.UnreadableObjectException;
import io.hourshare.normalize.fault.Reason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlDecodingTest {

    private static final String SOAP = """
            <?xml version="1.0" encoding="UTF-8"?>
            <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>
            <ns:listResponse xmlns:ns="urn:x"><total>2</total>
            <row><code>1</code><name>甲&amp;乙</name><QLR><name>丙</name></QLR><QLR><name>丁</name></QLR></row>
            <!-- <row> --><row id="x"><code>2</code><ns:name><![CDATA[<b>]]></ns:name></row><row/>
            </ns:listResponse></soap:Body></soap:Envelope>
            """;

    @TempDir
    private Path folder;

    @Test
    void readsRecordElementsOfASoapBody() {
        assertThat(Decoding.of(folder, SourceFormat.XML, "records", "row", "explode", "QLR")
                        .select(SOAP.getBytes(StandardCharsets.UTF_8), "concat_ws('|', code, name, _index)"))
                .containsExactly("1|丙|1", "1|丁|2", "2|<b>|1", "1");
    }

    @Test
    void positionsCutExactlyEachRecord() {
        assertThat(Decoding.of(folder, SourceFormat.XML, "records", "listResponse.row")
                        .cuts(SOAP.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .containsExactly(
                        "<row><code>1</code><name>甲&amp;乙</name><QLR><name>丙</name></QLR><QLR><name>丁</name></QLR></row>",
                        "<row id=\"x\"><code>2</code><ns:name><![CDATA[<b>]]></ns:name></row>",
                        "<row/>");
    }

    @Test
    void findsTheRecordElementByTheContractsFieldsAndReadsTheDeclaredEncoding() {
        byte[] gbk =
                "<?xml version='1.0' encoding='GBK'?><r><d><code>1</code><name>平湖</name></d><d><code>2</code></d></r>"
                        .getBytes(Charset.forName("GBK"));

        assertThat(Decoding.of(folder, SourceFormat.XML).rows(gbk)).containsExactly("-|1|平湖", "-|2|-");
    }

    @Test
    void readsADocumentThatIsTextInsideAnother() {
        assertThat(
                        Decoding.of(folder, SourceFormat.XML, "records", "row")
                                .rows(
                                        "<e><return><![CDATA[<?xml version=\"1.0\"?><rows><row><code>1</code></row></rows>]]></return></e>"))
                .containsExactly("-|1|-");
        assertThat(
                        Decoding.of(folder, SourceFormat.XML, "records", "row")
                                .rows(
                                        "<e><return><![CDATA[\n  <?xml version=\"1.0\"?>\n<rows><row><code>1</code></row>\n</rows> ]]></return></e>"))
                .containsExactly("-|1|-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            <!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a><row><code>&x;</code></row></a>~FORBIDDEN_CONTENT
            <a><row><code>1</code></row>~TRUNCATED
            <a><row><code>1</co~TRUNCATED
            <html><body>登录</body></html>~NOT_THE_FORMAT
            <e><Body><Fault><faultstring>x</faultstring></Fault></Body></e>~NOT_THE_FORMAT
            """)
    void refusesForbiddenTruncatedAndForeignDocuments(String text, Reason reason) {
        Decoding xml = Decoding.of(folder, SourceFormat.XML, "records", "row");

        assertThatThrownBy(() -> xml.rows(text))
                .isInstanceOfSatisfying(
                        UnreadableObjectException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void quarantinesARecordWithAnUnknownEntity() {
        assertThat(Decoding.of(folder, SourceFormat.XML, "records", "row")
                        .rows("<a><row><code>&x;</code></row><row><code>2</code></row></a>"))
                .containsExactly("MALFORMED_RECORD|-|-", "-|2|-");
    }

    @Test
    void anEmptyListIsNoError() {
        assertThat(Decoding.of(folder, SourceFormat.XML, "records", "row").rows("<a><rows/></a>"))
                .isEmpty();
    }
}
