package io.hourshare.resolve.name;

import java.util.List;
import java.util.regex.Pattern;

/** The legal form that ends a name, and the tail that makes it a branch. */
final class LegalForm {

    /** Ways of writing a form, longest first, with the class it belongs to. */
    private static final List<String[]> FORMS = List.of(
            forms("有限公司", "有限责任公司", "有限责任公", "有限公司", "有限责任", "责任有限公司", "有限公"),
            forms("股份公司", "股份有限责任公司", "股份有限公司", "股份公司", "集团股份有限公司"),
            forms("合伙", "特殊普通合伙", "特殊的普通合伙", "有限合伙", "普通合伙", "合伙企业", "合伙"),
            forms("联合社", "农民专业合作社联合社", "专业合作社联合社", "合作社联合社", "联合社"),
            forms("合作社", "农民专业合作社", "专业合作社", "合作联社", "合作社"),
            forms("公司", "总公司", "公司"),
            forms("厂", "工厂", "总厂", "厂"),
            forms(
                    "店", "经营部", "经销部", "门市部", "商店", "商行", "商铺", "总店", "店", "行", "铺", "坊", "馆", "屋", "吧", "摊", "服务部",
                    "加工部", "工作室", "维修部", "批发部", "营业部", "超市", "便利店", "商场", "小卖部", "杂货店", "网店"),
            forms("事务所", "事务所", "研究所", "研究院", "设计院", "检测所", "所", "院"),
            forms("社", "旅行社", "供销社", "社"),
            forms(
                    "中心", "中心", "站", "场", "农场", "家庭农场", "养殖场", "园", "部", "室", "队", "基地", "学校", "幼儿园", "医院", "协会", "学会",
                    "合作联盟"),
            forms("个体", "个体工商户", "个体户"));

    /** Words that only branches have. */
    private static final List<String> BRANCH_WORDS =
            List.of("分公司", "支公司", "分厂", "分店", "分社", "分行", "支行", "分院", "分所", "分校", "分中心", "分支机构", "办事处", "代表处");

    private static final String SUBSIDIARY = "子公司";

    /** Words that tell a branch only behind a head's whole name; alone they are an enterprise's own form. */
    private static final List<String> OUTLETS = List.of(
            "分部",
            "分场",
            SUBSIDIARY,
            "营业部",
            "联络处",
            "门市部",
            "经营部",
            "销售部",
            "服务部",
            "营业厅",
            "专卖店",
            "连锁店",
            "直营店",
            "加盟店",
            "旗舰店",
            "加油站",
            "维修站",
            "仓库");

    /** Outlets that no building site is called by. */
    private static final List<String> OFFICES = List.of("分部", "营业部", "联络处", "门市部", "经营部", "销售部", "服务部", "营业厅");

    private static final List<String> WHOLE = List.of("有限责任公司", "股份有限公司", "有限公司", "合伙企业", "联合社", "合作社", "公司");
    private static final List<String> STRONG = List.of("公司", "合伙企业", "合伙", "合作社", "银行", "信用社", "事务所", "厂", "集团");
    private static final String NUMERALS = "第0123456789一二三四五六七八九十";
    private static final Pattern SITE =
            Pattern.compile("项目|工程|厂房|车间|宿舍|办公楼|综合楼|小区|地块|[一二三四五六]期|标段|改造|新建|扩建|迁建|技改|年产|万吨|生产线|用房|大楼|广场|配套|设施"
                    + "|^[\\u4e00-\\u9fa5]{1,2}[\\u4e00-\\u9fa5&&[^厂店部所站场馆行社院校处库]]$|^等|人民币|盖章|^[0-9]+$");

    private LegalForm() {}

    /** @param from where the form begins in the text */
    record Found(int from, String form) {}

    static Found find(String text) {
        Found best = new Found(text.length(), "");
        for (String[] forms : FORMS) {
            for (int i = 1; i < forms.length; i++) {
                int from = text.length() - forms[i].length();
                if (from < best.from && from >= 2 && text.endsWith(forms[i])) {
                    best = new Found(from, forms[0]);
                }
            }
        }
        return best;
    }

    static boolean endsWithForm(String text) {
        return lastEnd(text, STRONG, text.length()) == text.length();
    }

    static boolean endsWithBranch(String text) {
        return branchWord(text, true) >= 0;
    }

    static boolean endsWithOutlet(String text) {
        return start(text, OUTLETS) > 0;
    }

    /** Where the branch tail begins: behind the last strong form that a branch's word follows; -1 for a head. */
    static int branchStart(String text) {
        int word = branchWord(text, true);
        return word < 0 ? -1 : lastEnd(text, STRONG, word);
    }

    /** Where a word that only branches have begins at the end of a name that leaves out its head's form; -1 if none. */
    static int branchWordStart(String text) {
        int word = branchWord(text, false);
        return word >= 4 ? word : -1;
    }

    /** End of the last whole form when other words follow it; -1 where the name ends with its form or has none. */
    static int formEnd(String text) {
        int end = -1;
        for (String form : WHOLE) {
            int at = text.lastIndexOf(form);
            boolean branch = at > 1 && ("分支".indexOf(text.charAt(at - 1)) >= 0 || isSubsidiary(text, at - 1));
            if (at >= 2 && !branch) {
                end = Math.max(end, at + form.length());
            }
        }
        return end == text.length() ? -1 : end;
    }

    /** End of the last word that tells a branch, wherever it stands behind a head's name; -1 where there is none. */
    static int branchWordEnd(String words) {
        return Math.max(lastEnd(words, BRANCH_WORDS, words.length()), lastEnd(words, OFFICES, words.length()));
    }

    /** Whether the wording of the form also tells the trade: a 便利店 is no 超市, though both are shops. */
    static boolean tellsTrade(String form) {
        return form.equals("店") || form.equals("中心") || form.equals("社") || form.equals("事务所");
    }

    /** Whether words behind the form speak of a building site, not of a branch. */
    static boolean isSite(String words) {
        return words.length() < 2 || SITE.matcher(words).find();
    }

    private static int branchWord(String text, boolean outlets) {
        int start = start(text, BRANCH_WORDS);
        if (start < 0 && outlets) {
            start = start(text, OUTLETS);
        }
        while (start > 0 && NUMERALS.indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        return start;
    }

    private static int start(String text, List<String> words) {
        for (String word : words) {
            int at = text.length() - word.length();
            if (text.endsWith(word) && (!word.equals(SUBSIDIARY) || isSubsidiary(text, at))) {
                return at;
            }
        }
        return -1;
    }

    /** {@code 电子公司} is a company of that trade, and {@code 种子公司} another. */
    private static boolean isSubsidiary(String text, int at) {
        return text.startsWith(SUBSIDIARY, at) && (at == 0 || "电种量分原光离粒质".indexOf(text.charAt(at - 1)) < 0);
    }

    private static int lastEnd(String text, List<String> words, int limit) {
        int end = -1;
        for (String word : words) {
            int at = text.lastIndexOf(word, limit - word.length());
            if (at >= 0) {
                end = Math.max(end, at + word.length());
            }
        }
        return end;
    }

    private static String[] forms(String... classAndWordings) {
        return classAndWordings;
    }
}
