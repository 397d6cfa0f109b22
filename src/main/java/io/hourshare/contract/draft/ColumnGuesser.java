package io.hourshare.contract.draft;

import io.hourshare.contract.Conversion;
import io.hourshare.kernel.OrganisationCode;
import io.hourshare.kernel.RegistrationNumber;
import io.hourshare.kernel.ResidentNumber;
import io.hourshare.kernel.Uscc;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Guesses what a column holds: first by what its values prove, then by its heading, last by their form. */
final class ColumnGuesser {

    private static final double MOST = 0.6;

    private static final Pattern DATE = Pattern.compile(
            "(19|20)\\d{2}([-/.年])\\d{1,2}[-/.月]\\d{1,2}日?|(19|20)\\d{2}(0[1-9]|1[0-2])([0-2]\\d|3[01])");
    private static final Pattern MOMENT =
            Pattern.compile("(19|20)\\d{2}[-/年.]?\\d{1,2}[-/月.]?\\d{1,2}日?[ T]?\\d{1,2}:?\\d{2}(:?\\d{2}.*)?");
    private static final Pattern MONTH = Pattern.compile("(19|20)\\d{2}(0[1-9]|1[0-2])|(19|20)\\d{2}[-/.年]\\d{1,2}月?");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}年?(度)?");
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,2}(,\\d{3})+|[1-9]\\d{0,14})");
    private static final Pattern DECIMAL = Pattern.compile("-?(\\d{1,3}(,\\d{3})+|\\d{1,18})(\\.\\d+)?");
    private static final Pattern CODED = Pattern.compile("0\\d+|\\d{16,}");
    private static final Pattern MEASURED =
            Pattern.compile("-?[\\d,]+(\\.\\d+)?\\(?(元|千元|万元|百万元|亿元|万|亿|平方米|㎡|亩|公顷)(人民币)?\\)?");
    private static final Pattern HEADING_UNIT = Pattern.compile(".*[（(]([^（()）]{1,6})[)）]$");
    private static final Pattern COMPANY = Pattern.compile(".*(公司|厂|商店|经营部|合作社|事务所|研究院|工作室|中心|分店|酒店|超市)$");
    private static final Pattern PLACE = Pattern.compile(".*(省|市|区|县|镇|乡|街道).*(路|街|道|村|号|园|幢|大厦).*");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}|0[1-9]\\d{1,2}-?\\d{7,8}");
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Set<String> TRUTHS = Set.of("是", "否", "Y", "N", "TRUE", "FALSE", "有", "无", "YES", "NO");
    private static final Set<String> OPERATIONS = Set.of("I", "U", "D", "A", "M", "1", "2", "3", "新增", "修改", "删除");

    private static final Set<String> MONEY = Set.of("元", "百元", "千元", "万元", "万", "百万元", "亿元", "亿");
    private static final Set<String> AREAS = Set.of("平方米", "㎡", "亩", "公顷");

    private final Set<String> regions;

    ColumnGuesser(Set<String> regions) {
        this.regions = regions;
    }

    ColumnGuess guess(String column, List<String> raw) {
        List<String> values = raw.stream().map(ColumnGuesser::plain).distinct().toList();
        return proven(column, values)
                .or(() -> headed(column, values))
                .or(() -> formed(column, values))
                .orElseGet(() -> ColumnGuess.of(column, null, Conversion.TEXT, "文字"));
    }

    private Optional<ColumnGuess> proven(String column, List<String> values) {
        if (share(values, ResidentNumber::isResidentNumber) > 0.2 && share(values, Uscc::isValid) < MOST) {
            return Optional.of(ColumnGuess.personal(column, "值是居民身份证号"));
        }
        if (share(values, Uscc::isValid) >= MOST) {
            return Optional.of(ColumnGuess.of(column, "uscc", Conversion.USCC, "值是统一社会信用代码，校验位相符"));
        }
        if (share(values, value -> OrganisationCode.isValid(value.replace("-", ""))) >= MOST) {
            return Optional.of(ColumnGuess.of(column, "org_code", Conversion.ORG_CODE, "值是组织机构代码，校验位相符"));
        }
        if (share(values, RegistrationNumber::isValid) >= MOST) {
            return Optional.of(ColumnGuess.of(column, "reg_no", Conversion.REG_NO, "值是注册号，校验位相符"));
        }
        if (share(values, value -> MAIL.matcher(value).matches()) >= MOST) {
            return Optional.of(ColumnGuess.personal(column, "值是邮箱"));
        }
        if (share(values, value -> MOBILE.matcher(value).matches()) >= MOST) {
            return Optional.of(ColumnGuess.personal(column, "值是电话号码"));
        }
        return share(values, regions::contains) >= MOST
                ? Optional.of(ColumnGuess.of(column, "region_code", Conversion.REGION, "值是行政区划代码"))
                : Optional.empty();
    }

    private static Optional<ColumnGuess> headed(String column, List<String> values) {
        for (Heading heading : Heading.ALL) {
            if (heading.fits(column, values)) {
                return Optional.of(heading.guess(column));
            }
        }
        boolean flag = column.matches("(?i).*(标志|flag|_op|czlx|操作类型).*");
        if (flag && share(values, value -> OPERATIONS.contains(value.toUpperCase(Locale.ROOT))) >= MOST) {
            return Optional.of(ColumnGuess.of(column, "src_op", Conversion.OPERATION, "值是增删改标志"));
        }
        return Optional.empty();
    }

    private static Optional<ColumnGuess> formed(String column, List<String> values) {
        if (share(values, COMPANY) >= MOST) {
            return Optional.of(ColumnGuess.of(column, "ent_name", Conversion.NAME, "值像企业名称"));
        }
        if (share(values, value -> TRUTHS.contains(value.toUpperCase(Locale.ROOT))) >= 0.9) {
            return Optional.of(ColumnGuess.of(column, null, Conversion.BOOLEAN, "值是是否"));
        }
        if (share(values, DATE) >= MOST) {
            return Optional.of(ColumnGuess.of(column, null, Conversion.DATE, "值是日期"));
        }
        if (share(values, MOMENT) >= MOST) {
            return Optional.of(ColumnGuess.of(column, null, Conversion.TIMESTAMP, "值是时间"));
        }
        Optional<ColumnGuess> number = number(column, values);
        return number.isEmpty() && share(values, PLACE) >= MOST
                ? Optional.of(ColumnGuess.of(column, "address", Conversion.ADDRESS, "值像地址"))
                : number;
    }

    private static Optional<ColumnGuess> number(String column, List<String> values) {
        boolean period = column.matches("(?i).*(月|期|period|month|yf|ym|ny|ssq|tjy).*");
        if (period && share(values, MONTH) >= MOST) {
            return Optional.of(ColumnGuess.of(column, null, Conversion.MONTH, "值是月份"));
        }
        if (column.matches("(?i).*(年|nd|year).*") && share(values, YEAR) >= MOST) {
            return Optional.of(ColumnGuess.of(column, null, Conversion.YEAR, "值是年份"));
        }
        if (column.matches("(?i).*(代码|编号|编码|号|dm|bh|code|id|no)$")) {
            return Optional.empty();
        }
        if (values.stream().anyMatch(value -> CODED.matcher(value).matches())) {
            return Optional.empty(); // zeros in front and digits that no spreadsheet keeps tell a code, not a number
        }
        String unit = unit(column, values);
        if (share(values, INTEGER) >= 0.95 && unit == null) {
            return Optional.of(ColumnGuess.measured(column, Conversion.INTEGER, null, "值是整数"));
        }
        if (share(
                        values,
                        value -> DECIMAL.matcher(value).matches()
                                || MEASURED.matcher(value).matches())
                >= 0.8) {
            return Optional.of(ColumnGuess.measured(column, measure(unit), unit, unit == null ? "值是数字" : "单位是" + unit));
        }
        return Optional.empty();
    }

    private static Conversion measure(@Nullable String unit) {
        if (unit == null) {
            return Conversion.DECIMAL;
        }
        // amounts of other currencies stay figures in their own unit
        return MONEY.contains(unit) ? Conversion.AMOUNT : AREAS.contains(unit) ? Conversion.AREA : Conversion.DECIMAL;
    }

    /** The heading's unit holds; a unit that most values bear holds for bare ones too. */
    private static @Nullable String unit(String column, List<String> values) {
        Matcher heading = HEADING_UNIT.matcher(column);
        if (heading.matches()) {
            return heading.group(1).replace("单位：", "").replace("单位:", "");
        }
        Matcher valued = Pattern.compile(MEASURED.pattern()).matcher("");
        for (String unit : List.of("万元", "亿元", "元", "平方米", "㎡", "亩", "公顷")) {
            if (share(values, value -> valued.reset(value).matches() && unit.equals(valued.group(2))) >= MOST) {
                return unit;
            }
        }
        return null;
    }

    private static double share(List<String> values, Pattern pattern) {
        return share(values, value -> pattern.matcher(value).matches());
    }

    static double share(List<String> values, Predicate<String> holds) {
        return values.isEmpty() ? 0 : (double) values.stream().filter(holds).count() / values.size();
    }

    private static String plain(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }
}
