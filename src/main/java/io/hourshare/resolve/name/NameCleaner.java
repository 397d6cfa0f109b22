package io.hourshare.resolve.name;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes off what offices add to a name: labels, stamps, projects, persons, a second name. */
final class NameCleaner {

    private static final Pattern LABEL = Pattern.compile(
            "^(第一名称|申请人|申请单位|建设单位|施工单位|权利人|使用权人|承租方|承租人|单位名称|企业名称|公司名称|纳税人名称|纳税人|项目单位|业主单位|业主|户名|名称|单位)[:]");
    private static final Pattern SECOND = Pattern.compile("[,;|/]?第二名称[:]");
    private static final Pattern FORMER =
            Pattern.compile("^(?:(?:原名称?|曾用名|旧名|原企业名称|更名前|变更前|又名|简称|亦称|别名|原)[:]?)(.{4,})$|^(.{4,}?)(?:更名|变更而来|改制)$");
    private static final Pattern STAMP =
            Pattern.compile("^(盖章|公章|章|签章|筹|筹建|筹备|已注销|注销|吊销|存续|在业|在营|开业|正常|停业|待核实|代|代建|委托|本部|总部|总公司|公司)$");

    /** Behind a form it is told twice: 合伙企业(有限合伙), 水果店(个体工商户), 会计师事务所(特殊普通合伙). */
    private static final Pattern LIABILITY = Pattern.compile("有限合伙|普通合伙|特殊的?普通合伙|个人独资(企业)?|个体工商户|个体户");

    private static final Pattern FORM_IN_BRACKETS = Pattern.compile(LIABILITY + "|集团|中国|控股|股份");

    private static final Pattern TRAILING =
            Pattern.compile("((厂区|厂房|车间|仓库|办公楼|生产线)?(年产.{1,12}?|新建.{0,8}?|[扩迁改]建.{0,8}?|改造.{0,4}?|技改.{0,4}?)(项目|工程)"
                    + "|盖章|公章|签章|项目部|项目|工程部|等[0-9一二三四五六七八九十]*[人户家]?|[:,、;#|/]+)$");
    private static final Pattern REMARK = Pattern.compile("[\\u4e00-\\u9fa5]{2,4}");

    /** The limited company's form with a character missing, swapped or of the same sound. */
    private static final Pattern SLIP = Pattern.compile(
            "(?<!有)限公司|(?<=[^国公私所拥][^国公私所拥])有公司|有限司(?!法)|限有公司|有公限司|有限司公|有[线现县]公司|有限[工共]司|(?<!有)限责任公司|有责任公司|有限任公司"
                    + "|有限责公司|有限责任司|限有责任公司|有责限任公司|有限任责公司|有限责公任司|有限责任司公");

    private static final String LIMITED = "有限公司";
    private static final String LIABLE = "有限责任公司";
    private static final String OF_FORM = "有限公司责任股份";

    /** A neighbour of the form that slipped into it, or the share in 股份 that was left out. */
    private static final Pattern INTO_FORM =
            Pattern.compile("有([\\u4e00-\\u9fa5])限(责任)?公司|(?<=..[^控参])股有限(责任)?公司|(?<!股)份有限(责任)?公司");

    /** A branch's word with a character missing or swapped, behind its head's whole name. */
    private static final Pattern BRANCH_SLIP = Pattern.compile(
            "(?<=有限公司|有限责任公司)((?!.*(?:有限|集团|合作社|[分支子总]公司$))[\\u4e00-\\u9fa50-9]{2,10}?)" + "(?:公分司|分司公|分公|分司|公司)$");

    /** A zero among numerals, typed as a digit or a letter: {@code 五四〇九厂}, {@code 五四０九厂}, {@code 五四Ｏ九厂}. */
    private static final Pattern ZERO = Pattern.compile("(?<=[一二三四五六七八九])[0O]+(?![0-9A-Z])");

    /** A name without additions, and the other name that stood with it. */
    record Cleaned(String name, String alias) {}

    Cleaned clean(String folded) {
        String whole = formsMended(ZERO.matcher(folded)
                .replaceAll(zeros -> "零".repeat(zeros.group().length())));
        String text = whole.indexOf(':') < 0 ? whole : LABEL.matcher(whole).replaceFirst("");
        String alias = "";
        Matcher second = SECOND.matcher(text);
        if (text.indexOf(':') >= 0 && second.find()) {
            alias = text.substring(second.end());
            text = text.substring(0, second.start());
        }
        if (text.indexOf('(') < 0) {
            return new Cleaned(withoutTrailing(text), alias);
        }
        StringBuilder name = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('(', at);
            if (open < 0) {
                name.append(text, at, text.length());
                break;
            }
            name.append(text, at, open);
            int close = closing(text, open);
            String inside = text.substring(open + 1, close < 0 ? text.length() : close);
            boolean last = close < 0 || close == text.length() - 1;
            Matcher former = FORMER.matcher(inside);
            if (former.matches()) {
                alias = former.group(1) == null ? former.group(2) : former.group(1);
            } else if (!(last && isRemark(inside, name.toString()))) {
                name.append(kept(inside, name));
            }
            at = close < 0 ? text.length() : close + 1;
        }
        return new Cleaned(withoutTrailing(name.toString().replace(")", "")), alias.replaceAll("[()]", ""));
    }

    private static String formsMended(String folded) {
        if (endsInWholeForm(folded)) {
            return folded;
        }
        String apart =
                INTO_FORM.matcher(folded).replaceAll(slip -> slip.group(1) != null ? slip.group(1) + "有限公司" : "股份有限公司");
        return BRANCH_SLIP.matcher(SLIP.matcher(apart).replaceAll("有限公司")).replaceFirst("$1分公司");
    }

    /** A limited company without a character of its form elsewhere, as most names are: there is nothing to mend. */
    private static boolean endsInWholeForm(String folded) {
        int form = folded.endsWith(LIMITED) ? LIMITED.length() : folded.endsWith(LIABLE) ? LIABLE.length() : 0;
        for (int i = 0; i < folded.length() - form; i++) {
            if (OF_FORM.indexOf(folded.charAt(i)) >= 0) {
                return false;
            }
        }
        return form > 0;
    }

    /** The bracket that closes the one at {@code open}; names within brackets have some of their own. */
    private static int closing(String text, int open) {
        int depth = 0;
        for (int at = open; at < text.length(); at++) {
            depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return text.indexOf(')', open);
    }

    /** A shopkeeper's name, or a phase of building, behind a name that is complete without it. */
    private static boolean isRemark(String inside, String before) {
        return REMARK.matcher(inside).matches()
                && !FORM_IN_BRACKETS.matcher(inside).matches()
                && LegalForm.find(inside).form().isEmpty()
                && !LegalForm.find(before).form().isEmpty();
    }

    /** In front of the legal form a bracket holds a region or a word of the name; after it, mostly a remark. */
    private static String kept(String inside, StringBuilder before) {
        boolean toldTwice = LIABILITY.matcher(inside).matches()
                && !LegalForm.find(before.toString()).form().isEmpty();
        if (toldTwice || STAMP.matcher(inside).matches()) {
            return "";
        }
        boolean afterForm = LegalForm.endsWithForm(before.toString());
        boolean belongs = FORM_IN_BRACKETS.matcher(inside).matches() || LegalForm.endsWithBranch(inside);
        return !afterForm || belongs ? inside : "";
    }

    private static String withoutTrailing(String name) {
        if (LegalForm.endsWithForm(name)) {
            return name;
        }
        String result = name;
        Matcher trailing = TRAILING.matcher(result);
        while (trailing.find() && trailing.start() >= 4) {
            result = result.substring(0, trailing.start());
            trailing = TRAILING.matcher(result);
        }
        return result;
    }
}
