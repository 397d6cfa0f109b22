package io.hourshare.operate;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.merge.MergedProfiles;
import io.hourshare.merge.ProfileTable;
import io.hourshare.store.DataRoot;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Derives size classes and tax for each mu once more from the records that they name, sharing nothing with the models
 * that derived them: the notice is read here as a table of bounds, the rest is arithmetic.
 */
final class MeasuresAgain {

    /** 国统字〔2017〕213号: lower bounds of 大、中、小 for X persons, Y revenue, Z assets in 万元. */
    private static final String NOTICE = """
            农林牧渔业 Y 20000 500 50
            工业 X 1000 300 20 Y 40000 2000 300
            建筑业 Y 80000 6000 300 Z 80000 5000 300
            批发业 X 200 20 5 Y 40000 5000 1000
            零售业 X 300 50 10 Y 20000 500 100
            交通运输业 X 1000 300 20 Y 30000 3000 200
            仓储业 X 200 100 20 Y 30000 1000 100
            邮政业 X 1000 300 20 Y 30000 2000 100
            住宿业 X 300 100 10 Y 10000 2000 100
            餐饮业 X 300 100 10 Y 10000 2000 100
            信息传输业 X 2000 100 10 Y 100000 1000 100
            软件和信息技术服务业 X 300 100 10 Y 10000 1000 50
            房地产开发经营 Y 200000 1000 100 Z 10000 5000 2000
            物业管理 X 1000 300 100 Y 5000 1000 500
            租赁和商务服务业 X 300 100 10 Z 120000 8000 100
            其他未列明行业 X 300 100 10
            """;

    private static final List<String> CLASSES = List.of("LARGE", "MEDIUM", "SMALL", "MICRO");

    private static final double MU = 666.666667;

    private final Map<String, List<Row>> tables = new HashMap<>();
    private final Map<String, Long> derived = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    private MeasuresAgain() {}

    /**
     * What deriving again gave.
     *
     * @param derived measures by kind
     */
    record Derived(Map<String, Long> derived, List<String> wrong) {}

    /** Values of a row as text by column; what is null is absent. */
    private record Row(Map<String, String> values) {

        String text(String column) {
            return values.getOrDefault(column, "");
        }

        Optional<Double> number(String column) {
            return Optional.ofNullable(values.get(column)).map(Double::parseDouble);
        }

        String enterprise() {
            return text("enterprise_id");
        }
    }

    static Derived of(MergedProfiles merged, DataRoot root, Engine engine) {
        MeasuresAgain again = new MeasuresAgain();
        try (Session session = engine.open()) {
            Stream.of(
                            "size-class",
                            "size-class-input",
                            "annual-report",
                            "land-yield",
                            "land-yield-input",
                            "tax-month",
                            "real-estate",
                            "parcel",
                            "plant-lease")
                    .forEach(name -> again.read(session, name, file(merged, root, name)));
            again.read(
                    session,
                    "claim",
                    "(select * from " + file(merged, root, "claim")
                            + " where winner and attribute in ('industry_code', 'employee_num'))");
        }
        again.sizeClasses();
        again.landYields();
        return new Derived(again.derived, again.wrong);
    }

    private static String file(MergedProfiles merged, DataRoot root, String table) {
        ProfileTable kept = merged.tables().get(table);
        return kept == null ? "" : kept.rows(root::resolve);
    }

    private void read(Session session, String name, String from) {
        tables.put(
                name,
                from.isEmpty()
                        ? List.of()
                        : session.query("select cast(columns(*) as varchar) from " + from, MeasuresAgain::row));
    }

    private static Row row(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, String> values = new HashMap<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            String value = row.getString(column);
            if (value != null) {
                values.put(columns.getColumnLabel(column), value);
            }
        }
        return new Row(values);
    }

    private Map<String, List<Row>> byEnterprise(String table) {
        return tables.get(table).stream().collect(Collectors.groupingBy(Row::enterprise));
    }

    private void check(String kind, String whose, Object again, Object published) {
        derived.merge(kind, 1L, Long::sum);
        boolean same = again instanceof Double number && published instanceof Double other
                ? Math.abs(number - other) <= 1e-5 * Math.max(1, Math.abs(number))
                : again.equals(published);
        if (!same) {
            wrong.add(kind + " " + whose + ": " + again + ", published " + published);
        }
    }

    private void sizeClasses() {
        Map<String, List<Row>> inputs = byEnterprise("size-class-input");
        Map<String, List<Row>> reports = byEnterprise("annual-report");
        Map<String, Row> believed = new HashMap<>();
        tables.get("claim").forEach(claim -> believed.put(claim.enterprise() + claim.text("attribute"), claim));
        for (Row row : tables.get("size-class")) {
            String id = row.enterprise();
            Row industry = believed.getOrDefault(id + "industry_code", new Row(Map.of()));
            Row staff = believed.getOrDefault(id + "employee_num", new Row(Map.of()));
            Row report = reports.getOrDefault(id, List.of()).stream()
                    .filter(one ->
                            Stream.of("revenue", "total_assets", "employee_num").anyMatch(one.values()::containsKey))
                    .min(Comparator.comparing(
                                    (Row one) -> -one.number("report_year").orElse(0.0))
                            .thenComparing(one -> one.text("publish_date"), Comparator.reverseOrder())
                            .thenComparing(one -> one.text("record_key")))
                    .orElse(new Row(Map.of()));
            List<String> named = inputs.getOrDefault(id, List.of()).stream()
                    .map(input -> input.text("basis") + input.text("record_key"))
                    .sorted()
                    .toList();
            List<String> rests = Stream.of(
                            Map.entry("INDUSTRY", industry), Map.entry("EMPLOYEES", staff), Map.entry("REPORT", report))
                    .filter(basis -> !basis.getValue().values().isEmpty())
                    .map(basis -> basis.getKey() + basis.getValue().text("record_key"))
                    .sorted()
                    .toList();
            check("what size-class rests on", id, rests, named);
            Optional<Double> persons = staff.number("value").or(() -> report.number("employee_num"));
            check(
                    "size-class",
                    id,
                    sizeClass(industry.text("value"), persons, report.number("revenue"), report.number("total_assets")),
                    row.text("size_class"));
        }
    }

    private static String sizeClass(
            String code, Optional<Double> persons, Optional<Double> revenue, Optional<Double> assets) {
        String trade = trade(code);
        if (trade.equals("不适用")) {
            return "NOT_APPLICABLE";
        }
        Optional<String[]> line = NOTICE.lines()
                .map(one -> one.split(" "))
                .filter(one -> one[0].equals(trade))
                .findFirst();
        int least = -1;
        boolean unknown = line.isEmpty();
        for (int at = 1; line.isPresent() && at < line.get().length; at += 4) {
            Optional<Double> figure = switch (line.get()[at]) {
                case "X" -> persons;
                case "Y" -> revenue;
                default -> assets;
            };
            unknown |= figure.isEmpty();
            double value = figure.orElse(Double.MAX_VALUE);
            least = Math.max(least, (int) Arrays.stream(line.get(), at + 1, at + 4)
                    .mapToInt(Integer::parseInt)
                    .filter(bound -> value < bound)
                    .count());
        }
        return least == 3 ? "MICRO" : unknown ? "UNKNOWN" : CLASSES.get(least);
    }

    /** By division, group or section of GB/T 4754. */
    private static String trade(String code) {
        if (code.isEmpty()) {
            return "";
        }
        if (!Character.isDigit(code.charAt(0))) {
            return switch (code) {
                case "A" -> "农林牧渔业";
                case "B", "C", "D" -> "工业";
                case "E" -> "建筑业";
                case "L" -> "租赁和商务服务业";
                case "M", "N", "O", "R" -> "其他未列明行业";
                case "J", "P", "S", "T" -> "不适用";
                default -> "";
            };
        }
        int division = Integer.parseInt(code.substring(0, Math.min(2, code.length())));
        int group = code.length() < 3 ? 0 : code.charAt(2) - '0';
        return switch (division) {
            case 1, 2, 3, 4, 5 -> "农林牧渔业";
            case 47, 48, 49, 50 -> "建筑业";
            case 51 -> "批发业";
            case 52 -> "零售业";
            case 54, 55, 56, 57, 58 -> "交通运输业";
            case 59 -> group == 0 ? "" : group == 1 ? "交通运输业" : "仓储业";
            case 60 -> "邮政业";
            case 61 -> "住宿业";
            case 62 -> "餐饮业";
            case 63, 64 -> "信息传输业";
            case 65 -> "软件和信息技术服务业";
            case 70 ->
                switch (group) {
                    case 1 -> "房地产开发经营";
                    case 2 -> "物业管理";
                    case 3, 9 -> "其他未列明行业";
                    case 4 -> "不适用";
                    default -> "";
                };
            case 71, 72 -> "租赁和商务服务业";
            case 53, 66, 67, 68, 69, 83, 84 -> "不适用";
            default -> division < 47 ? "工业" : division <= 90 ? "其他未列明行业" : "不适用";
        };
    }

    private void landYields() {
        Map<String, List<Row>> inputs = tables.get("land-yield-input").stream()
                .collect(Collectors.groupingBy(row -> row.enterprise() + " " + row.text("tax_year")));
        Map<String, Row> records = new HashMap<>();
        for (String table : List.of("tax-month", "real-estate", "parcel", "plant-lease")) {
            tables.get(table).forEach(row -> records.put(row.text("feed") + row.text("record_key"), row));
        }
        for (List<Row> year : inputs.values()) {
            year.forEach(input -> check(
                    "what land-yield rests on",
                    input.enterprise() + " " + input.text("record_key"),
                    adds(input, records.get(input.text("feed") + input.text("record_key"))),
                    input.number("amount").orElse(-1.0)));
        }
        Map<String, List<Row>> taxes = byEnterprise("tax-month");
        for (Row row : tables.get("land-yield")) {
            String whose = row.enterprise() + " " + row.text("tax_year");
            List<Row> year = inputs.getOrDefault(whose, List.of());
            double paid = sum(year, List.of("TAX"));
            double land = Math.max(0, sum(year, List.of("REAL_ESTATE", "PARCEL", "LEASE", "LEASED_OUT")));
            check("tax of a year", whose, paid(taxes.get(row.enterprise()), row.text("tax_year")), paid);
            check("land-yield", whose, paid, row.number("tax_paid_total").orElse(-1.0));
            check("land-yield", whose, land, row.number("land_mu").orElse(0.0));
            check(
                    "land-yield",
                    whose,
                    land == 0 ? -1.0 : paid / land,
                    row.number("tax_per_mu").orElse(-1.0));
        }
    }

    private static double sum(List<Row> rows, List<String> bases) {
        return rows.stream()
                .filter(row -> bases.contains(row.text("basis")))
                .mapToDouble(row -> row.number("amount").orElse(0.0))
                .sum();
    }

    /** What the record itself says that it adds. */
    private double adds(Row input, Row record) {
        return switch (input.text("basis")) {
            case "TAX" -> record.number("tax_paid_total").orElse(0.0) / 10_000;
            case "REAL_ESTATE" -> record.number("land_area_m2").orElse(0.0) / holders(record) / MU;
            case "PARCEL" -> record.number("land_area_ha").orElse(0.0) * 15;
            case "LEASED_OUT" -> -leased(record, input.text("tax_year")) / lessors(input, record);
            default -> leased(record, input.text("tax_year"));
        };
    }

    private double leased(Row lease, String year) {
        return lease.number("lease_area_m2").orElse(0.0) / floors(lease) / MU * months(lease, year) / 12;
    }

    private static int months(Row lease, String year) {
        int first = Math.max(1, month(lease.text("lease_from"), year, 1));
        return Math.min(12, month(lease.text("lease_to"), year, 12)) - first + 1;
    }

    /** Counted from the year's first; none where the lease does not say. */
    private static int month(String day, String year, int otherwise) {
        return day.isEmpty()
                ? otherwise
                : (Integer.parseInt(day.substring(0, 4)) - Integer.parseInt(year)) * 12
                        + Integer.parseInt(day.substring(5, 7));
    }

    /** Holders of the unit share what they let; a parcel's holder and a tenant who lets on have it alone. */
    private long lessors(Row lessor, Row lease) {
        return tables.get("real-estate").stream()
                .filter(row -> row.enterprise().equals(lessor.enterprise())
                        && List.of("", "CURRENT").contains(row.text("right_status"))
                        && row.text("realty_unit_no").equals(lease.text("realty_unit_no")))
                .max(Comparator.comparing(row -> row.text("biz_no")))
                .map(this::holders)
                .orElse(1L);
    }

    private long holders(Row unit) {
        return tables.get("real-estate").stream()
                .filter(row -> List.of("", "CURRENT").contains(row.text("right_status"))
                        && row.text("realty_unit_no").equals(unit.text("realty_unit_no"))
                        && row.text("biz_no").equals(unit.text("biz_no")))
                .count();
    }

    private double floors(Row lease) {
        return tables.get("real-estate").stream()
                .filter(row -> !lease.text("realty_unit_no").isEmpty()
                        && row.text("realty_unit_no").equals(lease.text("realty_unit_no"))
                        && row.number("land_area_m2").orElse(0.0) > 0)
                .mapToDouble(row -> row.number("building_area_m2").orElse(0.0)
                        / row.number("land_area_m2").orElse(1.0))
                .reduce(1.0, Math::max);
    }

    /** Months, without the sums of several that stand beside them. */
    private static double paid(List<Row> taxes, String year) {
        return taxes.stream()
                .filter(whole -> whole.values().containsKey("tax_paid_total")
                        && whole.text("period_to").startsWith(year)
                        && taxes.stream().noneMatch(part -> isPart(part, whole)))
                .mapToDouble(tax -> tax.number("tax_paid_total").orElse(0.0) / 10_000)
                .sum();
    }

    private static boolean isPart(Row part, Row whole) {
        return part.text("taxpayer_id").equals(whole.text("taxpayer_id"))
                && part.text("period_from").compareTo(whole.text("period_from")) >= 0
                && part.text("period_to").compareTo(whole.text("period_to")) <= 0
                && !(part.text("period_from") + part.text("period_to"))
                        .equals(whole.text("period_from") + whole.text("period_to"));
    }
}
