package io.hourshare.contract.draft;

import io.hourshare.contract.Conversion;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A heading that tells by itself what the column holds, in Chinese or in the initials that departments use. */
record Heading(
        Pattern words,
        Pattern form,
        @Nullable String canonical,
        @Nullable Conversion conversion,
        String meaning) {

    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
    private static final String NAME = "[一-龥·*]{2,5}";

    /** One name of a person or several; what heads a company's name looks the same and is longer. */
    private static final Pattern NAMES = Pattern.compile(NAME + "([、,;/ ]+" + NAME + ")*");

    private static final Pattern REGISTRATION = Pattern.compile("\\d{13}|\\d{15}|\\d{6}NA\\d{6}[\\dX]|.*第.*号.*");

    static final List<Heading> ALL = List.of(
            of("法定代表人([（(]?(或|/)?负责人[）)]?)?(姓名)?|法人代表(姓名)?|法人姓名|fddbr", "legal_rep_name", Conversion.PERSON, "法定代表人"),
            personal(".*身份证.*|证件号码|sfzh|idcard", "居民身份证号"),
            personal("联系(电话|方式|手机)|手机号?码?|电话(号码)?|.*[人员](联系)?(电话|手机)|lxdh|phone|mobile|tel|telephone", "电话"),
            personal("联系人|经办人|填表人|lxr|contact", "联系人"),
            personal("邮箱|email|mail", "邮箱"),
            persons(
                    "(检查|执法|经办|承办|办案|负责|审核|录入|操作|登记|查验|联络|责任|负责|管理|.{1,6}责任|.{1,6}负责|.{1,4}联系)[人员]员?(姓名)?|.*发明人.*|inventors?(\\..*)?|.*姓名"),
            of("统一社会信用代码|社会信用代码|信用代码|tyshxydm|shxydm|uniscid|uscc", "uscc", Conversion.USCC, "统一社会信用代码"),
            of("组织机构代码|zzjgdm|org_?code", "org_code", Conversion.ORG_CODE, "组织机构代码"),
            of("纳税人识别号|nsrsbh|tax_?(payer_?)?(id|no)", "taxpayer_id", Conversion.TAXPAYER_ID, "纳税人识别号"),
            new Heading(pattern("注册号|工商注册号|reg_?no|zch"), REGISTRATION, "reg_no", Conversion.REG_NO, "注册号"),
            of(
                    "(企业|单位|公司|机构|医疗机构|场所|商户|用户|客户|纳税人|用人单位|(经营|使用|申报|申请|承担|项目承担|权利|生产|收货|发货)(单位|企业|人|者)|(行政)?相对人|当事人|(参保|缴费|建设|被检查|被处罚|用水|用电|用气)(单位|人))(详细)?名称|企业名|(用户)?户名|被执行人(姓名/?)?(名称)?|[^/]*(姓名/名称|名称/姓名|姓名或名称|名称（姓名）)|qymc|dwmc|jgmc|yhmc|nsrmc|(ent|enterprise|unit|org|organi[sz]ation|corp|customer|user)_?name|company(_?name)?",
                    "ent_name",
                    Conversion.NAME,
                    "企业名称"),
            of(
                    "(更新|修改|变更)时间|xgsj|gxsj|updated_?(at|time)|update_?time|s_ext_timestamp",
                    "src_updated_at",
                    Conversion.TIMESTAMP,
                    "更新时间"),
            of("行政区划(代码)?|所属(区|县|县区|区县)|xzqh(dm)?|xzqdm|region(_?code)?", "region_code", Conversion.REGION, "行政区划"),
            of("行业代码|hydm|industry_?code", "industry_code", Conversion.INDUSTRY, "行业代码"),
            of("(企业|单位|注册|经营|通讯)?(地址|住所)|dz|address", "address", Conversion.ADDRESS, "地址"));

    /** Whether a heading by itself says that the column is the canonical field. */
    static boolean says(String column, String canonical) {
        return ALL.stream()
                .anyMatch(heading -> canonical.equals(heading.canonical)
                        && heading.words.matcher(column).matches());
    }

    boolean fits(String column, Values values) {
        String own = column.substring(column.lastIndexOf('.') + 1);
        boolean meant = words.matcher(column).matches()
                || conversion == null && words.matcher(own).matches();
        return !values.isEmpty() && meant && values.share(form) >= 0.5;
    }

    ColumnGuess guess(String column) {
        return conversion == null
                ? ColumnGuess.personal(column, "列名是" + meaning)
                : ColumnGuess.of(column, canonical, conversion, "列名是" + meaning);
    }

    private static Heading of(String words, String canonical, Conversion conversion, String meaning) {
        return new Heading(pattern(words), ANY, canonical, conversion, meaning);
    }

    private static Heading personal(String words, String meaning) {
        return new Heading(pattern(words), ANY, null, null, meaning);
    }

    private static Heading persons(String words) {
        return new Heading(pattern(words), NAMES, null, null, "人员姓名");
    }

    private static Pattern pattern(String words) {
        return Pattern.compile("(?i)(" + words + ")");
    }
}
