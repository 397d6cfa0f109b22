package io.hourshare.contract.draft;

import io.hourshare.contract.Conversion;
import io.hourshare.kernel.OrganisationCode;
import io.hourshare.kernel.RegistrationNumber;
import io.hourshare.kernel.ResidentNumber;
import io.hourshare.kernel.Uscc;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Guesses what a column holds: first by what its values prove, then by its heading, last by their form. */
final class ColumnGuesser {

    private static final double MOST = 0.6;
    private static final double SOME = 0.15;

    private static final Pattern COMPANY = Pattern.compile(
            ".*(公司|集团|厂|医院|诊所|药房|医务室|卫生[院室]|门诊部|幼儿园|学校|宾馆|超市|加油站|商店|商行|经营部|门市部|合作社|合伙|事务所|研究院|工作室|中心|分店|[五粮药饭茶]金?店|酒店|超市|[一-龥]{3}店)(\\([^()]*\\))?");
    private static final Pattern KIND_HEADING = Pattern.compile(".*(类型|类别|性质|形式|种类)$");
    private static final Pattern PLACE = Pattern.compile(".*(省|市|区|县|镇|乡|街道).*(路|街|道|村|号|园|幢|大厦).*");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}|0[1-9]\\d{1,2}-?\\d{7,8}");
    private static final Pattern CONTACT =
            Pattern.compile(".*(?<!\\d)(1[3-9]\\d{9}|0[1-9]\\d{1,2}-?\\d{7,8})(?!\\d).*", Pattern.DOTALL);
    private static final Pattern MASKED_RESIDENT =
            Pattern.compile("[1-8]\\d{5}(19|20)[\\d*X]{2}[*X]{2,8}[\\d*X]{0,6}|[1-8]\\d{2,5}\\*{8,14}\\d{0,3}[\\dX]?");
    private static final Pattern OF_PERSONS_TOO = Pattern.compile(".*(身份证|证件|证照).*");
    private static final Pattern DELETION =
            Pattern.compile("(?i)is_?del(ete[d]?)?|del(eted?)?(_?flag)?|sfsc|sc_?bz|scbj|(是否|逻辑)?删除(标[志识])?");
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern DOCUMENT = Pattern.compile(".*[(\\[〔【](19|20)\\d{2}[)\\]〕】].*号.{0,4}");
    private static final Pattern REALTY = Pattern.compile("\\d{12}[GJZ][ABSXCDEFHGWY]\\d{5}[FLQW]\\d{8}");
    private static final Pattern PROJECT = Pattern.compile("\\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{6}");
    private static final Pattern SWALLOWED = Pattern.compile("\\d{15}0{3}|\\d\\.\\d+E\\+1\\d");
    private static final Pattern FIGURE = Pattern.compile("[约近超]?[\\d,]+(\\.\\d+)?[^\\d\\s]{1,8}");
    private static final String FIGURES_AS_TEXT = "文字；像数字后面跟着单位，单位认不出，没有当数字。是数量的，请在契约写明 unit，作业改用 decimal";
    private static final Pattern ROW_NUMBER = Pattern.compile("(?i)序号?|行号|顺序号|xh|rownum|row_?no|no\\.?|#");
    private static final Pattern TRUTH_HEADING = Pattern.compile("(?i)是否.*|有无.*|sf[a-z]{2,}|(is|has)_?[a-z]+");
    private static final Set<String> TRUTHS =
            Set.of("是", "否", "Y", "N", "TRUE", "FALSE", "有", "无", "YES", "NO", "√", "×", "✓", "✗");
    private static final Set<String> PLAIN_TRUTHS = Set.of("是", "否", "TRUE", "FALSE", "YES", "NO", "√", "×", "✓", "✗");
    private static final Set<String> BITS = Set.of("0", "1");
    private static final Set<String> OPERATIONS = Set.of("I", "U", "D", "A", "M", "1", "2", "3", "新增", "修改", "删除");

    private final Set<String> regions;
    private final @Nullable String titleUnit;

    /** @param titleUnit unit of money that stands above the headings */
    ColumnGuesser(Set<String> regions, @Nullable String titleUnit) {
        this.regions = regions;
        this.titleUnit = titleUnit;
    }

    ColumnGuess guess(String column, List<String> raw) {
        Values values = Values.of(raw);
        return proven(column, values)
                .or(() -> document(column, values))
                .or(() -> headed(column, values))
                .or(() -> formed(column, values))
                .orElseGet(() -> text(column, values));
    }

    private static ColumnGuess text(String column, Values values) {
        boolean swallowed = column.matches("(?i).*(代码|码|dm|code|uscc)$") && values.share(SWALLOWED) >= MOST;
        if (swallowed) {
            return ColumnGuess.of(column, null, Conversion.TEXT, "文字；像是被表格软件存成数字的代码，后几位已经丢失，认不出企业。请数源把该列设为文本后重报");
        }
        return ColumnGuess.of(column, null, Conversion.TEXT, values.share(FIGURE) >= MOST ? FIGURES_AS_TEXT : "文字");
    }

    private Optional<ColumnGuess> proven(String column, Values values) {
        boolean found = values.any(ResidentNumber::isResidentNumber)
                || values.any(value -> MASKED_RESIDENT.matcher(value).matches());
        boolean persons = found || OF_PERSONS_TOO.matcher(column).matches();
        double codes = values.share(Uscc::isValid);
        if (codes >= MOST || persons && codes >= SOME) {
            ColumnGuess code = ColumnGuess.of(column, "uscc", Conversion.USCC, "值是统一社会信用代码，校验位相符");
            return Optional.of(
                    persons
                            ? code.with(
                                    "drop-when", "natural-person", (found ? "混有居民身份证号" : "列名说也可能是证件号码") + "，自然人的记录整条丢弃")
                            : code);
        }
        if (values.share(ResidentNumber::isResidentNumber) > 0.2 || values.share(MASKED_RESIDENT) > 0.2) {
            return Optional.of(ColumnGuess.personal(column, "值是居民身份证号"));
        }
        if (values.share(value -> OrganisationCode.isValid(value.replace("-", ""))) >= MOST) {
            return Optional.of(ColumnGuess.of(column, "org_code", Conversion.ORG_CODE, "值是组织机构代码，校验位相符"));
        }
        if (values.share(RegistrationNumber::isValid) >= MOST) {
            return Optional.of(ColumnGuess.of(column, "reg_no", Conversion.REG_NO, "值是注册号，校验位相符"));
        }
        if (values.share(MAIL) >= MOST || values.share(MOBILE) >= MOST) {
            return Optional.of(ColumnGuess.personal(column, values.share(MAIL) >= MOST ? "值是邮箱" : "值是电话号码"));
        }
        boolean told = column.matches("(?i).*(人|员|电话|手机|联系|lx|contact|tel|phone).*");
        if (told && values.share(CONTACT) >= 0.3) {
            return Optional.of(ColumnGuess.personal(column, "值里有电话号码"));
        }
        return values.share(regions::contains) >= MOST
                ? Optional.of(ColumnGuess.of(column, "region_code", Conversion.REGION, "值是行政区划代码"))
                : Optional.empty();
    }

    private static Optional<ColumnGuess> document(String column, Values values) {
        if (values.share(DOCUMENT) >= MOST) {
            return Optional.of(ColumnGuess.of(column, null, Conversion.DOCUMENT_NO, "值是文书号或证书号"));
        }
        if (values.share(REALTY) >= MOST) {
            return Optional.of(ColumnGuess.of(column, null, Conversion.REALTY_UNIT_NO, "值是不动产单元号"));
        }
        return values.share(PROJECT) >= MOST
                ? Optional.of(ColumnGuess.of(column, null, Conversion.PROJECT_CODE, "值是投资项目代码"))
                : Optional.empty();
    }

    private static Optional<ColumnGuess> headed(String column, Values values) {
        if (ROW_NUMBER.matcher(column).matches() && values.all(value -> value.matches("\\d{1,6}"))) {
            return Optional.of(ColumnGuess.unmapped(column, "行的序号，每份清单各排各的，没有映射"));
        }
        for (Heading heading : Heading.ALL) {
            if (heading.fits(column, values)) {
                return Optional.of(heading.guess(column));
            }
        }
        if (DELETION.matcher(column).matches()
                && values.share(TRUTHS::contains) + values.share(BITS::contains) >= 0.9) {
            return Optional.of(ColumnGuess.of(column, "src_op", Conversion.CODE, "像是删除标志：为是的记录当作删除，请核对")
                    .with("list", "deletion-flags", "对照表 deletion-flags"));
        }
        boolean flag = column.matches("(?i)(?!.*进出口).*(标志|flag|_op|czlx|操作类型).*");
        if (flag && values.share(OPERATIONS::contains) >= MOST) {
            return Optional.of(ColumnGuess.of(column, "src_op", Conversion.OPERATION, "值是增删改标志"));
        }
        return TRUTH_HEADING.matcher(column).matches() && values.all(BITS::contains)
                ? Optional.of(ColumnGuess.of(column, null, Conversion.BOOLEAN, "列名问是否，值是 0 和 1"))
                : Optional.empty();
    }

    private Optional<ColumnGuess> formed(String column, Values values) {
        if (values.share(COMPANY) >= 0.5 && !KIND_HEADING.matcher(column).matches()) {
            return Optional.of(ColumnGuess.of(column, "ent_name", Conversion.NAME, "值像企业名称"));
        }
        if (values.share(TRUTHS::contains) >= 0.9
                && (values.any(PLAIN_TRUTHS::contains) || values.all().size() > 1)) {
            return Optional.of(ColumnGuess.of(column, null, Conversion.BOOLEAN, "值是是否"));
        }
        return DateGuess.of(column, values)
                .or(() -> NumberGuess.of(column, values, titleUnit))
                .or(() -> values.share(PLACE) >= MOST
                        ? Optional.of(ColumnGuess.of(column, "address", Conversion.ADDRESS, "值像地址"))
                        : Optional.empty());
    }
}
