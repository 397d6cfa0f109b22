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
            <e><return>&lt;?xml version="1.0"?&gt;&lt;rows&gt;&lt;row&gt;&lt;code&gt;1&lt;/code&gt;&lt;name&gt;甲&amp;amp;乙&lt;/name&gt;&lt;/row&gt;&lt;/rows&gt;</return></e>~-|1|甲&乙
            <e><n>1</n><return> &#60;r&#62;&#x3c;row id=&quot;a&gt;b&quot;><code>1</code>&lt;/row>&lt;/r></return></e>~
            <e><return>&#60;r&#62;&#x3c;row id=&quot;a&gt;b&quot;&gt;&lt;code&gt;1&lt;/code&gt;&lt;/row&gt;&lt;/r&gt;</return></e>~-|1|-
            <e><message>处理完成&lt;br&gt;</message><m>&lt;b&gt;提示&lt;br&gt;</m><rows><row><code>1</code><name>&lt;b&gt;甲</name></row></rows></e>~-|1|<b>甲
            <e><return><![CDATA[﻿<rows><row><code>1</code></row></rows>]]></return></e>~-|1|-
            """)
    void readsADocumentThatIsEscapedInsideAnother(String text, String row) {
        Decoding xml = Decoding.of(folder, SourceFormat.XML, "records", "row");
        if (row == null) {
            assertThatThrownBy(() -> xml.rows(text)).isInstanceOf(UnreadableObjectException.class);
        } else {
            assertThat(xml.rows(text)).containsExactly(row);
        }
    }

    @Test
    void positionsCutExactlyEachEscapedRecord() {
        byte[] gbk =
                "<?xml version='1.0' encoding='GBK'?><e><return>&lt;r&gt;\n&lt;row&gt;&lt;code&gt;1&lt;/code&gt;&lt;name&gt;平湖&lt;/name&gt;&lt;/row&gt;&lt;row/&gt;&lt;/r&gt;</return></e>"
                        .getBytes(Charset.forName("GBK"));

        assertThat(Decoding.of(folder, SourceFormat.XML).rows(gbk)).containsExactly("-|1|平湖", "-|-|-");
        assertThat(Decoding.of(folder, SourceFormat.XML).cuts(gbk, Charset.forName("GBK")))
                .containsExactly(
                        "&lt;row&gt;&lt;code&gt;1&lt;/code&gt;&lt;name&gt;平湖&lt;/name&gt;&lt;/row&gt;", "&lt;row/&gt;");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            <!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a><row><code>&x;</code></row></a>~FORBIDDEN_CONTENT
            <a><row><code>1</code></row>~TRUNCATED
            <a><row><code>1</co~TRUNCATED
            <html><body>登录</body></html>~NOT_THE_FORMAT
            <e><Body><Fault><faultstring>x</faultstring></Fault></Body></e>~NOT_THE_FORMAT
            <e><return>[{"code":"1","name":"甲"}]</return></e>~NOT_THE_FORMAT
            <e><return>{&quot;code&quot;:&quot;1&quot;}</return></e>~NOT_THE_FORMAT
            <e><return><![CDATA[ [{"code":"1"}]]]></return></e>~NOT_THE_FORMAT
            <e><return>&amp;lt;row&amp;gt;&amp;lt;code&amp;gt;1&amp;lt;/code&amp;gt;&amp;lt;/row&amp;gt;</return></e>~NOT_THE_FORMAT
            <e><return>&lt;rows&gt;&lt;row&gt;&lt;code&gt;1&lt;/code&gt;&lt;/row&gt;&lt;row&gt;</return></e>~TRUNCATED
            <e><item><code>1</code><name>甲</name></item></e>~RECORDS_NOT_FOUND
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
