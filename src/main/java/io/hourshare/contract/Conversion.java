package io.hourshare.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The named ways from a source value to a canonical one, as job files call them ({@code as: uscc}). */
public enum Conversion {
    TEXT(LogicalType.STRING, "文本：全角转半角、去首尾空白，空值写法（无、-、N/A、\\N）视为空"),
    NAME(
            LogicalType.STRING,
            "企业名称：统一括号与空白，去掉“(盖章)”等尾注；drop-when: natural-person 时像自然人姓名、code-field 所指的栏里又没有统一社会信用代码的整条丢弃",
            "drop-when",
            "code-field"),
    USCC(LogicalType.STRING, "18 位统一社会信用代码，校验 GB 32100；drop-when: natural-person 时遇居民身份证号整条丢弃", "drop-when"),
    ORG_CODE(LogicalType.STRING, "9 位组织机构代码，校验 GB 11714"),
    REG_NO(LogicalType.STRING, "15 位注册号（校验 GS 15），旧号原样保留"),
    TAXPAYER_ID(LogicalType.STRING, "纳税人识别号 15 至 20 位；居民身份证号按个人信息处理，drop-when: natural-person 时整条丢弃", "drop-when"),
    DATE(
            LogicalType.DATE,
            "日期：各种写法与 Excel 序列值；占位日期视为空；只有年月的取 1 日，day: last 取月末；epoch: 1904 表示序列值从 1904 年起算；begin-field 指应在同一月的起始日期字段，跨月的告警为累计；24/3/5、03/04/2024 一类认不出次序的，写明 order: ymd、dmy 或 mdy 才读，否则告警留空；一格写起止两日的，span: begin 取起、end 取止",
            "begin-field",
            "day",
            "epoch",
            "order",
            "span"),
    TIMESTAMP(LogicalType.TIMESTAMP, "时间：无时区的按北京时间，存 UTC；order 同 date", "order"),
    MONTH(LogicalType.STRING, "月份，写成 2024-03"),
    YEAR(LogicalType.INTEGER, "年份，四位数"),
    LONG_TERM(LogicalType.BOOLEAN, "是否长期：由期限的截止日期得出，长期、永续经营、9999-9-9 等为是；span 同 date", "span"),
    INTEGER(LogicalType.INTEGER, "整数：允许千分位与“.0”", "unit", "from-unit", "unit-field"),
    DECIMAL(LogicalType.NUMBER, "小数：允许千分位与全角数字", "unit", "from-unit", "unit-field"),
    AMOUNT(
            LogicalType.NUMBER,
            "金额：识别“万元”“亿元”等单位与中文大写，换算到 unit；currency-field 指币种所在的源字段",
            "unit",
            "from-unit",
            "unit-field",
            "currency-field"),
    AREA(LogicalType.NUMBER, "面积：平方米、亩、公顷互换，换算到 unit", "unit", "from-unit", "unit-field"),
    BOOLEAN(LogicalType.BOOLEAN, "是否：是/否、1/0、Y/N；list 可换对照表", "list"),
    CODE(
            LogicalType.STRING,
            "按对照表 list 换成规范代码；对照不上的取 otherwise；得到 drop-when 所列代码的整条丢弃",
            "list",
            "otherwise",
            "drop-when"),
    REGION(LogicalType.STRING, "行政区划：代码或名称，统一成六位代码；同名时以 within（代码前几位）为准", "within", "list"),
    INDUSTRY(LogicalType.STRING, "行业代码 GB/T 4754，补前导零、去门类前缀", "list"),
    CURRENCY(LogicalType.STRING, "币种：数字码、字母码或中文名，统一成 GB/T 12406 数字码", "list"),
    OPERATION(LogicalType.STRING, "增删改标志，统一成 U 或 D"),
    ADDRESS(LogicalType.STRING, "地址：全角转半角、去空白"),
    PERSON(LogicalType.STRING, "人名"),
    PHONE(LogicalType.STRING, "电话号码"),
    REALTY_UNIT_NO(LogicalType.STRING, "28 位不动产单元号 GB/T 37346，去空格"),
    PARCEL_CODE(LogicalType.STRING, "19 位宗地代码 GB/T 37346，去空格"),
    SERIAL_NO(LogicalType.STRING, "系统内编号（登记序号、户号、业务号）：去空白与前置单引号，识别科学计数与取整"),
    DOCUMENT_NO(LogicalType.STRING, "文书号、证书号：年份括号统一为〔〕（不动产权证为（）），去空白"),
    PROJECT_CODE(LogicalType.STRING, "投资项目代码，新旧两种结构"),
    PERMIT_NO(LogicalType.STRING, "施工许可证编号，旧号原样保留");

    /**
     * Option of every conversion: a source field that must read as true, or the value is emptied without a warning. So
     * a figure that an enterprise chose not to publish never becomes a canonical value.
     */
    public static final String ONLY_IF = "only-if";

    private final LogicalType result;
    private final String description;
    private final Set<String> options;

    Conversion(LogicalType result, String description, String... options) {
        this.result = result;
        this.description = description;
        this.options =
                Stream.concat(Stream.of(ONLY_IF), Arrays.stream(options)).collect(Collectors.toUnmodifiableSet());
    }

    /** The conversion of that name in a job file. */
    public static Optional<Conversion> named(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** How job files write it, for example {@code org-code}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Type of what comes out. */
    public LogicalType result() {
        return result;
    }

    /** What it does, in Chinese, for messages and documents. */
    public String description() {
        return description;
    }

    /** Options that a job file may give it. */
    public Set<String> options() {
        return options;
    }
}
