package io.hourshare.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Feed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends of publicity as departments write them, on 22 November 2026: what may be used, and what counts as taken back. */
class PublicityEndTest {

    private NormalizeBench bench;

    @BeforeEach
    void open(@TempDir Path folder) {
        bench = new NormalizeBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aPenaltyIsPublicUntilTheEndOfItsLastDayAndWithoutAnEndUntilItsSourceTakesItBack() {
        Map<String, String> current = penalties(
                "",
                "无",
                "长期",
                "9999-12-31",
                "2099-12-31",
                "2026-11-22",
                "2026年11月22日",
                "2026-11-23",
                "2026年11月",
                "46348");

        assertThat(current.values()).allSatisfy(record -> assertThat(record).startsWith("U|"));
        assertThat(current)
                .containsEntry("", "U|-|-")
                .containsEntry("9999-12-31", "U|-|-")
                .containsEntry("2026年11月", "U|2026-11-30|-")
                .containsEntry("46348", "U|2026-11-22|-");
    }

    @Test
    void aPenaltyWhosePublicityIsOverCountsAsTakenBack() {
        assertThat(penalties("2026-11-21", "2026/11/21 0:00:00", "20251122", "2026年10月", "二〇二六年十一月一日"))
                .hasSize(5)
                .allSatisfy((end, record) ->
                        assertThat(record).as(end).startsWith("D|").endsWith("|-"));
    }

    @Test
    void aPenaltyWhoseEndNobodyCanReadCountsAsTakenBackAndSaysSo() {
        assertThat(penalties("已修复", "同上", "2026-13-40", "26/3/5", "3年", "2026-11-20至2027-11-20"))
                .hasSize(6)
                .allSatisfy((end, record) ->
                        assertThat(record).as(end).startsWith("D|").endsWith("|CF_GSJZQ PUBLICITY_END_UNREADABLE"));
    }

    /** Credit repair: a later version, whether or not its end can be read, takes the earlier one away. */
    @Test
    void aLaterVersionOfTheSamePenaltyEndsWhatTheEarlierOnePromised() {
        Feed feed = NormalizeBench.feed("credit.penalty");
        bench.normalize(feed, "page-1.json", page(List.of(penalty(0, "2029-01-31"), penalty(1, "2029-01-31"))));
        bench.normalization.normalize(
                feed,
                bench.land(
                        feed,
                        NormalizeBench.HOUR.next(),
                        Map.of("page-1.json", bytes(page(List.of(penalty(0, "2026-11-01"), penalty(1, "已修复")))))));

        assertThat(operations(feed)).containsExactly("D", "D");
    }

    /** Licences have no end of publicity: one that has expired stays, with the day that it shows. */
    @Test
    void aLicenceThatHasExpiredIsStillTold() {
        assertThat(told(
                        NormalizeBench.feed("credit.licence"),
                        "{\"XK_XDR_MC\":\"平湖甲有限公司\",\"XK_XDR_LB\":\"法人\",\"XK_WSH\":\"平许〔2025〕%d号\",\"XK_YXQZI\":\"%s\"}",
                        List.of("", "2026-11-21", "2026-11-22", "9999-12-31", "长期", "看证"),
                        "valid_to",
                        "doc_no"))
                .containsExactly("-", "2026-11-21", "2026-11-22", "-", "-", "-|BAD_DATE");
    }

    /** Whoever was taken off a list was on it: the entry stays, with the day on which it was lifted. */
    @Test
    void anEntryThatWasTakenOffTheListSaysWhen() {
        assertThat(told(
                        NormalizeBench.feed("market-regulation.credit-list"),
                        "{\"BUSEXCLIST\":\"%d\",\"LISTTYPE\":\"ABNORMAL\",\"ENTNAME\":\"平湖甲有限公司\",\"REMDATE\":\"%s\"}",
                        List.of("", "2026-11-21", "2026-11-22", "9999-12-31", "0000-00-00", "已移出"),
                        "out_date",
                        "record_id"))
                .containsExactly("-", "2026-11-21", "2026-11-22", "-", "-", "-|BAD_DATE");
    }

    /** The day of each record and what is noted, where none of the records counts as taken back. */
    private List<String> told(Feed feed, String record, List<String> days, String column, String key) {
        List<String> records = new ArrayList<>();
        days.forEach(day -> records.add(record.formatted(records.size(), day)));
        NormalizedBatch batch = bench.normalize(feed, "page-1.json", page(records));

        assertThat(operations(feed)).containsOnly("U").hasSize(days.size());
        return bench.select(
                batch.records(),
                "select concat_ws('|', coalesce(cast(" + column
                        + " as varchar), '-'), _warnings->>'$[0].reason') from records order by " + key);
    }

    /** By the end as it was written: operation, day and what is noted. */
    private Map<String, String> penalties(String... ends) {
        Feed feed = NormalizeBench.feed("credit.penalty");
        List<String> records = new ArrayList<>();
        for (String end : ends) {
            records.add(penalty(records.size(), end));
        }
        bench.normalize(feed, "page-1.json", page(records));
        Map<String, String> current = new TreeMap<>();
        bench.select(
                        bench.normalization.current().files().get(feed.id()),
                        "select concat_ws('|', regexp_extract(doc_no, '([0-9]+)号', 1), _op,"
                                + " coalesce(cast(publicity_end as varchar), '-'), coalesce((_warnings->>'$[0].field') || ' '"
                                + " || (_warnings->>'$[0].reason'), '-')) from records")
                .forEach(line -> current.put(
                        ends[Integer.parseInt(line.substring(0, line.indexOf('|')))],
                        line.substring(line.indexOf('|') + 1)));
        return current;
    }

    private List<String> operations(Feed feed) {
        return bench.select(bench.normalization.current().files().get(feed.id()), "select _op from records");
    }

    private static String penalty(int number, String end) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("CF_XDR_MC", "平湖甲有限公司");
        values.put("CF_XDR_LB", "法人及非法人组织");
        values.put("CF_XDR_SHXYM", "91330482MA28052394");
        values.put("CF_WSH", "平罚〔2025〕" + number + "号");
        values.put("CF_GSJZQ", end);
        StringBuilder json = new StringBuilder();
        values.forEach((name, value) ->
                json.append(json.isEmpty() ? "{" : ",").append("\"%s\":\"%s\"".formatted(name, value)));
        return json.append('}').toString();
    }

    private static String page(List<String> records) {
        return "{\"code\":\"0\",\"data\":[" + String.join(",", records) + "]}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
