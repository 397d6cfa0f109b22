package io.hourshare.normalize.decode.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.contract.SourceFormat;
import io.hourshare.normalize.decode.Decoding;
import io.hourshare.normalize.decode.layout.Limits;
import io.hourshare.normalize.decode.text.UnreadableObjectException;
import io.hourshare.normalize.fault.Reason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonDecodingTest {

    @TempDir
    private Path folder;

    @Test
    void findsTheOneArrayOfRecordsWhereverItIs() {
        Decoding json = Decoding.of(folder, SourceFormat.JSON);

        assertThat(json.rows("[{\"code\":\"1\",\"name\":\"甲\"},{\"code\":\"2\"}]"))
                .containsExactly("-|1|甲", "-|2|-");
        assertThat(
                        json.rows(
                                "{\"code\":0,\"data\":{\"total\":1,\"tags\":[1,2],\"list\":[{\"code\":\"1\"}]},\"msg\":\"[{\"}"))
                .containsExactly("-|1|-");
        assertThat(json.rows("\ufeff{\"data\":{\"list\":[]}}")).isEmpty();
        assertThat(json.rows("{\"code\":0,\"data\":null}")).isEmpty();
        assertThat(json.rows("[]")).isEmpty();
        assertThat(json.rows("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            ~{"code":"1","name":"甲"}~-|1|甲
            ~{"status":0,"data":{"code":"1","name":"甲","tags":[]}}~-|1|甲
            ~{"status":0,"data":{"code":"1","name":"甲","cases":[{"no":1},{"no":2}]},"n":1}~-|1|甲
            data~{"status":0,"data":{"code":"1"}}~-|1|-
            ~{"logs":[{"at":1},{"at":2}],"data":[{"code":"1","name":"甲"}]}~-|1|甲
            """)
    void anObjectInPlaceOfTheArrayIsTheOnlyRecord(String records, String text, String row) {
        Decoding json = records == null
                ? Decoding.of(folder, SourceFormat.JSON)
                : Decoding.of(folder, SourceFormat.JSON, "records", records);

        assertThat(json.rows(text)).containsExactly(row);
    }

    @Test
    void anEmptyListBesideAnEnvelopeStaysEmpty() {
        assertThat(Decoding.of(folder, SourceFormat.JSON).rows("{\"code\":0,\"name\":\"x\",\"data\":[]}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            {"code":500,"msg":"系统错误"}~RECORDS_NOT_FOUND
            {"a":[{"code":1}],"b":[{"code":2}]}~RECORDS_AMBIGUOUS
            {"list":[{"code":"1"},{"co~TRUNCATED
            {"list":[{"code":"1"}~TRUNCATED
            {"list":[{"code":"1"}]~TRUNCATED
            <html><body>登录</body></html>~RECORDS_NOT_FOUND
            """)
    void refusesWhatIsNoPageOfRecords(String text, Reason reason) {
        Decoding json = Decoding.of(folder, SourceFormat.JSON);

        assertThatThrownBy(() -> json.rows(text))
                .isInstanceOfSatisfying(
                        UnreadableObjectException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void positionsCutExactlyEachRecord() {
        byte[] page = "{ \"data\": { \"list\": [ {\"code\":\"1\",\"name\":\"a]}\\\"\"} ,\n {\"code\":\"二\"}, 7 ] } }"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(Decoding.of(folder, SourceFormat.JSON, "records", "data.list")
                        .cuts(page, StandardCharsets.UTF_8))
                .containsExactly("{\"code\":\"1\",\"name\":\"a]}\\\"\"}", "{\"code\":\"二\"}", "7");
    }

    @Test
    void quarantinesDamagedRecordsAndKeepsTheRest() {
        assertThat(Decoding.of(folder, SourceFormat.JSON)
                        .rows(
                                "[{\"code\":\"1\"},{\"code\":\"\\ud800\"},{\"code\":\"a\\u0000\"},{\"code\" 5},{\"code\":\"1\",\"code\":\"2\"},"
                                        + "{\"code\":\"\\u4e2d\\n\",\"name\":\"\\ud83d\\ude00\"}]"))
                .containsExactly(
                        "-|1|-",
                        "LONE_SURROGATE|-|-",
                        "NUL_CHARACTER|-|-",
                        "MALFORMED_RECORD|-|-",
                        "DUPLICATE_FIELD|1|-",
                        "-|中\n|😀");
    }

    @Test
    void keepsNumbersAsTheyAreWrittenAndReadsNestedMembers() {
        assertThat(Decoding.of(folder, SourceFormat.JSON)
                        .select(
                                "[{\"CODE\":330482001002000000001,\"extra\":{\"a\":[1]},\"owner\":{\"x\":1,\"name\":\"丙\"},\"name\":true}]"
                                        .getBytes(StandardCharsets.UTF_8),
                                "code || '|' || name || '|' || \"owner.name\""))
                .containsExactly("330482001002000000001|true|丙");
    }

    @Test
    void explodesANestedList() {
        assertThat(Decoding.of(folder, SourceFormat.JSON, "explode", "owners")
                        .select(
                                "[{\"code\":\"1\",\"owners\":[{\"name\":\"甲\"},{\"name\":\"乙\"}]},{\"code\":\"2\",\"owners\":[]}]"
                                        .getBytes(StandardCharsets.UTF_8),
                                "code || coalesce(name, '-') || _index || '@' || _offset"))
                .containsExactly("1甲1@1", "1乙2@1", "2-1@55");
    }

    @Test
    void readsGbkWhoseTrailBytesLookLikeEscapes() {
        Charset gbk = Charset.forName("GBK");
        byte[] page = "[{\"code\":\"1\",\"name\":\"誠\\\"乗\"},{\"code\":\"2\"}]".getBytes(gbk);

        Decoding json = Decoding.of(folder, SourceFormat.JSON, "charset", "GBK");

        assertThat(json.rows(page)).containsExactly("-|1|誠\"乗", "-|2|-");
        assertThat(json.cuts(page, gbk)).containsExactly("{\"code\":\"1\",\"name\":\"誠\\\"乗\"}", "{\"code\":\"2\"}");
    }

    @Test
    void boundsDepthAndSize() {
        Limits small = new Limits(40, 4, 100, 10, 1000, 10);
        Decoding rows = new Decoding(folder, SourceFormat.ROWS, java.util.Map.of(), small);

        assertThat(rows.rows("{\"code\":\"" + "x".repeat(60) + "\"}\n{\"code\":[[[[[[1]]]]]]}\n{\"code\":\"1\"}"))
                .isEqualTo(List.of("RECORD_TOO_LARGE|-|-", "NESTED_TOO_DEEP|-|-", "-|1|-"));
    }
}
