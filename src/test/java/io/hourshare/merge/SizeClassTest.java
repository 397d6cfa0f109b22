package io.hourshare.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of 国统字〔2017〕213号, each bound from both sides. */
class SizeClassTest {

    /** Trade, a code of it, and for each figure the lower bounds of 大、中、小: X persons, Y revenue, Z assets in 万元. */
    private static final String NOTICE = """
            农林牧渔业 0111 Y 20000 500 50
            工业 0610 X 1000 300 20 Y 40000 2000 300
            工业 2614 X 1000 300 20 Y 40000 2000 300
            工业 4610 X 1000 300 20 Y 40000 2000 300
            建筑业 4710 Y 80000 6000 300 Z 80000 5000 300
            批发业 5110 X 200 20 5 Y 40000 5000 1000
            零售业 5211 X 300 50 10 Y 20000 500 100
            交通运输业 5430 X 1000 300 20 Y 30000 3000 200
            交通运输业 5910 X 1000 300 20 Y 30000 3000 200
            仓储业 5990 X 200 100 20 Y 30000 1000 100
            邮政业 6010 X 1000 300 20 Y 30000 2000 100
            住宿业 6110 X 300 100 10 Y 10000 2000 100
            餐饮业 6210 X 300 100 10 Y 10000 2000 100
            信息传输业 6311 X 2000 100 10 Y 100000 1000 100
            软件和信息技术服务业 6513 X 300 100 10 Y 10000 1000 50
            房地产开发经营 7010 Y 200000 1000 100 Z 10000 5000 2000
            物业管理 7020 X 1000 300 100 Y 5000 1000 500
            租赁和商务服务业 7211 X 300 100 10 Z 120000 8000 100
            其他未列明行业 7320 X 300 100 10
            其他未列明行业 7030 X 300 100 10
            其他未列明行业 8710 X 300 100 10
            """;

    private static final List<String> CLASSES = List.of("LARGE", "MEDIUM", "SMALL", "MICRO");

    private static final String FROM = "'' as enterprise_id, '' as feed, '' as record_key,"
            + " timestamp '2026-01-01' as observed_at, '' as \"window\", '' as object, 0 as \"offset\", 0 as length,"
            + " '' as sheet, 0 as \"row\" limit 0";

    @TempDir
    private Path spill;

    @Test
    void eachBoundOfEachTradeHoldsFromBothSides() throws IOException {
        List<String> expected = new ArrayList<>();
        try (Session session = new Engine(new EngineSettings("256MB", 1), spill).open()) {
            tables(session);
            NOTICE.lines().forEach(line -> trade(session, line.split(" "), expected));

            session.execute("create temp table \"size-class-input\" as " + model("size-class-input"));
            assertThat(session.query(
                            "select enterprise_id || ' ' || trade || ' ' || size_class from (" + model("size-class")
                                    + ") order by 1",
                            row -> row.getString(1)))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** The notice leaves 自有房地产经营活动 out of 其他未列明行业; 房地产中介 and 其他房地产业 are in. */
    @Test
    void lettingRoomsHasNoClassAndOtherRealEstateHasOne() throws IOException {
        List<String> expected = new ArrayList<>();
        try (Session session = new Engine(new EngineSettings("256MB", 1), spill).open()) {
            tables(session);
            for (String code : List.of("7040", "7030", "7090", "5310", "6621", "8311")) {
                enterprise(session, ("其他未列明行业 " + code + " X 300 100 10").split(" "), 0, -1, "LARGE", expected);
            }
            session.execute("create temp table \"size-class-input\" as " + model("size-class-input"));

            assertThat(session.query(
                            "select industry_code from (" + model("size-class")
                                    + ") where size_class = 'NOT_APPLICABLE' order by 1",
                            row -> row.getString(1)))
                    .containsExactly("5310", "6621", "7040", "8311");
        }
    }

    private static void tables(Session session) {
        session.execute("create temp table claim as select '' as attribute, '' as value, true as winner, " + FROM);
        session.execute("create temp table \"annual-report\" as select 2025 as report_year,"
                + " date '2026-01-01' as publish_date, 0::decimal(24,6) as revenue,"
                + " 0::decimal(24,6) as total_assets, 0 as employee_num, " + FROM);
    }

    private static String model(String name) throws IOException {
        return Files.readString(Path.of("jobs/merge", name + ".sql"));
    }

    /** At every bound, and one below it in one figure while the others stay. */
    private static void trade(Session session, String[] line, List<String> expected) {
        for (int bound = 0; bound < 3; bound++) {
            enterprise(session, line, bound, -1, CLASSES.get(bound), expected);
            for (int figure = 2; figure < line.length; figure += 4) {
                int below = Integer.parseInt(line[figure + 1 + bound]) - 1;
                String lower = CLASSES.get((int) Arrays.stream(line, figure + 1, figure + 4)
                        .mapToInt(Integer::parseInt)
                        .filter(least -> below < least)
                        .count());
                enterprise(session, line, bound, figure, lower, expected);
            }
        }
    }

    private static void enterprise(
            Session session, String[] line, int bound, int lowered, String size, List<String> expected) {
        String id = line[1] + "-" + bound + "-" + lowered;
        String[] figures = {"null", "null", "null"};
        for (int figure = 2; figure < line.length; figure += 4) {
            int value = Integer.parseInt(line[figure + 1 + bound]) - (figure == lowered ? 1 : 0);
            figures["XYZ".indexOf(line[figure])] = String.valueOf(value);
        }
        session.execute(
                "insert into claim (enterprise_id, attribute, value, winner) values (?, 'industry_code', ?, true)",
                id,
                line[1]);
        session.execute(
                "insert into \"annual-report\" (enterprise_id, report_year, employee_num, revenue, total_assets,"
                        + " record_key, feed) values (?, 2025, " + String.join(", ", figures) + ", '', '')",
                id);
        expected.add(id + " " + line[0] + " " + size);
    }
}
