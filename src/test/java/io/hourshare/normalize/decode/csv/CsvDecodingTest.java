package io.hourshare.normalize.decode.csv;

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

class CsvDecodingTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    private Path folder;

    @Test
    void readsQuotedDelimitersAndLineBreaksAndAHeaderWithLineBreaks() {
        assertThat(Decoding.of(folder, SourceFormat.CSV)
                        .rows("\ufeff\"代\n码\",其他,名称\r\n1,x,\"甲,\"\"乙\"\"\n丙\"\r\n\r\n2,,丁\r\n"))
                .containsExactly("-|1|甲,\"乙\"\n丙", "-|2|丁");
    }

    @Test
    void positionsCutExactlyEachRecordInGb18030() {
        byte[] file = "代码|名称\n1|平湖𠮷乗|\n2|\"a\nb\"\n".getBytes(GB18030);
        Decoding csv = Decoding.of(folder, SourceFormat.CSV, "charset", "GB18030");

        assertThat(csv.cuts(file, GB18030)).containsExactly("1|平湖𠮷乗|", "2|\"a\nb\"");
        assertThat(csv.rows(file)).containsExactly("-|1|平湖𠮷乗", "-|2|a\nb");
    }

    @Test
    void halfACharacterAtTheEndOfALineDamagesThatLineAlone() {
        byte[] file = "代码,名称\n1,平湖?\n2,嘉兴\n".getBytes(GB18030);
        file[new String(file, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xc6;

        assertThat(Decoding.of(folder, SourceFormat.CSV, "charset", "GB18030").rows(file))
                .containsExactly("BAD_ENCODING|-|-", "-|2|嘉兴");
    }

    @Test
    void refusesUtf8ThatIsDeclaredGb18030() {
        Decoding csv = Decoding.of(folder, SourceFormat.CSV, "charset", "GBK");

        assertThat(reason(csv, "代码,名称\n1,统一社会信用代码\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.ENCODING_MISMATCH);
        assertThat(csv.rows("code,name\n1,abc\n")).containsExactly("-|1|abc");
    }

    @Test
    void quarantinesBytesThatDoNotFitTheEncoding() {
        byte[] gbk = "code,name\n1,平湖\n2,ok\n".getBytes(GB18030);

        assertThat(Decoding.of(folder, SourceFormat.CSV, "charset", "UTF-8").rows(gbk))
                .containsExactly("BAD_ENCODING|-|-", "-|2|ok");
    }

    @Test
    void readsAListThatDeclaresNoEncodingAsMostOfItsLinesAre() {
        byte[] utf8 = "code,name\n1,平湖\n2,嘉兴\n".getBytes(StandardCharsets.UTF_8);
        byte[] damaged = utf8.clone();
        damaged[13] = (byte) 0xff;

        assertThat(Decoding.of(folder, SourceFormat.CSV).rows("code,name\n1,平湖\n".getBytes(GB18030)))
                .containsExactly("-|1|平湖");
        assertThat(Decoding.of(folder, SourceFormat.CSV).rows(utf8)).containsExactly("-|1|平湖", "-|2|嘉兴");
        assertThat(Decoding.of(folder, SourceFormat.CSV).rows(damaged)).containsExactly("BAD_ENCODING|-|-", "-|2|嘉兴");
    }

    @Test
    void quarantinesRowsWhoseColumnsDoNotMatchTheHeader() {
        assertThat(Decoding.of(folder, SourceFormat.CSV)
                        .rows("code,name,day\n1,a,b,2024-01-01\n2,a\n3,a,2024-01-01,\n"))
                .containsExactly("COLUMN_COUNT|-|-", "COLUMN_COUNT|-|-", "-|3|a");
    }

    @Test
    void givesUpOnlyTheLineWhoseQuoteIsNeverClosed() {
        assertThat(Decoding.of(folder, SourceFormat.CSV).rows("code,name\n1,\"open\n2,b\n3,5\" pipe\n"))
                .containsExactly("UNCLOSED_QUOTE|-|-", "-|2|b", "-|3|5\" pipe");
    }

    @Test
    void findsTheHeaderBelowATitle() {
        assertThat(Decoding.of(folder, SourceFormat.CSV).rows("纳税信用名单,,\n单位：万元,,\n代码,名称,日期\n1,甲,2024-01-01\n"))
                .containsExactly("-|1|甲");
    }

    @Test
    void refusesATableWithoutARequiredColumn() {
        Decoding csv = Decoding.of(folder, SourceFormat.CSV);

        assertThat(reason(csv, "名称,日期\n甲,2024-01-01\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.COLUMN_MISSING);
        assertThat(reason(csv, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.HEADER_NOT_FOUND);
    }

    private static Reason reason(Decoding decoding, byte[] bytes) {
        Reason[] reason = new Reason[1];
        assertThatThrownBy(() -> decoding.rows(bytes))
                .isInstanceOfSatisfying(UnreadableObjectException.class, e -> reason[0] = e.reason());
        return reason[0];
    }
}
