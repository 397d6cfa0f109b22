package io.hourshare.normalize.convert;

import io.hourshare.normalize.fault.Masking;
import io.hourshare.normalize.fault.Reason;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules for names and free texts. */
final class Wordings {

    private static final Set<Integer> CUT_LENGTHS = Set.of(2000, 4000);
    private static final Pattern NOISE = Pattern.compile("[（(【\\[](?:盖章|公章|签章|章)[）)】\\]]|[（(](?:盖章|公章)$");
    private static final Pattern ORDERED_NAMES = Pattern.compile("第一名称[:：](.+?)[,，;；、 ]*第二名称[:：].*");
    private static final Pattern LABEL =
            Pattern.compile("^(?:企业名称|单位名称|名称|申请人|建设单位)[:：]|^[(（]?[0-9]{1,3}[)）.、](?=[\\p{IsHan}])");
    private static final Pattern NAME_BLANKS = Pattern.compile("(?<=[^\\x21-\\x7e])[ \\n]+|[ \\n]+(?=[^\\x21-\\x7e])");
    private static final Pattern BREAKS = Pattern.compile("\\s*\\n\\s*");
    private static final String OPEN_BOX = "(?:[□☐○][^□☐○☑■√✓✔●]{1,4})";
    private static final Pattern BOXES = Pattern.compile(OPEN_BOX + "*[☑■√✓✔●]([^□☐○☑■√✓✔●]{1,4})" + OPEN_BOX + "*");
    private static final Map<String, Boolean> TRUTHS = Map.ofEntries(
            Map.entry("是", true),
            Map.entry("Y", true),
            Map.entry("YES", true),
            Map.entry("1", true),
            Map.entry("TRUE", true),
            Map.entry("T", true),
            Map.entry("有", true),
            Map.entry("对", true),
            Map.entry("√", true),
            Map.entry("✓", true),
            Map.entry("✔", true),
            Map.entry("☑", true),
            Map.entry("01", true),
            Map.entry("1.0", true),
            Map.entry("真", true),
            Map.entry("是的", true),
            Map.entry("属于", true),
            Map.entry("存在", true),
            Map.entry("公示", true),
            Map.entry("已公示", true),
            Map.entry("公开", true),
            Map.entry("已公开", true),
            Map.entry("已建立", true),
            Map.entry("已", true),
            Map.entry("已建", true),
            Map.entry("否", false),
            Map.entry("N", false),
            Map.entry("NO", false),
            Map.entry("0", false),
            Map.entry("2", false),
            Map.entry("FALSE", false),
            Map.entry("F", false),
            Map.entry("无", false),
            Map.entry("×", false),
            Map.entry("✗", false),
            Map.entry("✘", false),
            Map.entry("☒", false),
            Map.entry("00", false),
            Map.entry("02", false),
            Map.entry("0.0", false),
            Map.entry("假", false),
            Map.entry("错", false),
            Map.entry("不是", false),
            Map.entry("非", false),
            Map.entry("不属于", false),
            Map.entry("不存在", false),
            Map.entry("不公示", false),
            Map.entry("未公示", false),
            Map.entry("不公开", false),
            Map.entry("未公开", false),
            Map.entry("未建立", false),
            Map.entry("未", false),
            Map.entry("未建", false),
            Map.entry("没有", false));
    private static final Map<String, String> OPERATIONS = Map.ofEntries(
            Map.entry("I", "U"),
            Map.entry("U", "U"),
            Map.entry("1", "U"),
            Map.entry("2", "U"),
            Map.entry("A", "U"),
            Map.entry("M", "U"),
            Map.entry("INSERT", "U"),
            Map.entry("UPDATE", "U"),
            Map.entry("ADD", "U"),
            Map.entry("新增", "U"),
            Map.entry("增", "U"),
            Map.entry("增加", "U"),
            Map.entry("修改", "U"),
            Map.entry("改", "U"),
            Map.entry("更新", "U"),
            Map.entry("变更", "U"),
            Map.entry("D", "D"),
            Map.entry("3", "D"),
            Map.entry("DELETE", "D"),
            Map.entry("删除", "D"),
            Map.entry("删", "D"));

    /** Typed in to try a system out, and never removed. */
    private static final Pattern TRIAL = Pattern.compile(
            "(?:(?:这是)?(?:测试|试录)用?|(?i:test))(?:企业|公司|单位|名称|数据|记录|户|有限公司|有限责任公司)?[0-9A-Za-z一二三四五六七八九十]?[0-9]*");

    private Wordings() {}

    /** Free text; a length at which old databases cut texts off is noted. */
    static Converted text(String text, Neighbours neighbours) {
        String visible = Texts.visible(text);
        if (Texts.isEmpty(visible)) {
            return Converted.empty();
        }
        String open = Masking.residents(visible);
        if (!open.equals(visible)) {
            return Converted.doubtful(open, Reason.PERSONAL_NUMBER);
        }
        return CUT_LENGTHS.contains(visible.length())
                ? Converted.doubtful(visible, Reason.TRUNCATED_TEXT)
                : Converted.value(visible);
    }

    /** An enterprise's name: full-width brackets, half-width letters and digits, no seals, labels and inner blanks. */
    static Converted name(String text, Neighbours neighbours) {
        String visible = Texts.visible(text);
        if (isNoName(visible)) {
            return Converted.empty();
        }
        Matcher ordered = ORDERED_NAMES.matcher(visible);
        String first = ordered.matches() ? ordered.group(1) : visible;
        if (SeveralNames.of(first).size() > 1 || SeveralNames.namesNotAll(first)) {
            return Converted.bad(Reason.SEVERAL_ENTERPRISES);
        }
        String plain =
                NOISE.matcher(LABEL.matcher(Texts.half(first)).replaceAll("")).replaceAll("");
        String name = NAME_BLANKS.matcher(Texts.trim(plain)).replaceAll("");
        if (isNoName(name)) {
            return Converted.empty();
        }
        if (TRIAL.matcher(name).matches()) {
            return Converted.bad(Reason.TRIAL_RECORD);
        }
        boolean parted = !text.isEmpty() && text.charAt(0) == SeveralNames.MARK;
        return parted
                ? Converted.doubtful(brackets(name), Reason.SEVERAL_ENTERPRISES)
                : Converted.value(brackets(name));
    }

    /** A person's name: no blanks between the characters. */
    static Converted person(String text, Neighbours neighbours) {
        String visible = Texts.half(Texts.visible(text));
        return isNoName(visible)
                ? Converted.empty()
                : Converted.value(NAME_BLANKS.matcher(visible).replaceAll(""));
    }

    static Converted address(String text, Neighbours neighbours) {
        String visible = Texts.half(Texts.visible(text));
        return isNoName(visible)
                ? Converted.empty()
                : Converted.value(BREAKS.matcher(visible).replaceAll(""));
    }

    static Converted phone(String text, Neighbours neighbours) {
        String half = Texts.half(Texts.visible(text)).replaceAll("[ ()]", "");
        if (isNoName(half)) {
            return Converted.empty();
        }
        return half.matches("[+0-9][0-9,;/、-]{5,40}(?:转[0-9]+)?")
                ? Converted.value(half)
                : Converted.bad(Reason.IDENTIFIER_FORM);
    }

    /** @param own the source's own words, which go before the usual ones */
    static Rule truth(Map<String, Boolean> own) {
        return (text, neighbours) -> {
            String word = ticked(Texts.code(text));
            Boolean truth = own.containsKey(word) ? own.get(word) : TRUTHS.get(word);
            if (truth != null) {
                return Converted.value(truth.toString());
            }
            return Texts.isEmpty(Texts.trim(text)) ? Converted.empty() : Converted.bad(Reason.BAD_BOOLEAN);
        };
    }

    /** Of a form's boxes, {@code ☑是□否}, the word behind the one that is ticked. */
    private static String ticked(String code) {
        Matcher boxes = BOXES.matcher(code);
        return boxes.matches() ? boxes.group(1) : code;
    }

    static Converted operation(String text, Neighbours neighbours) {
        String word = Texts.code(text);
        String operation = OPERATIONS.get(word);
        if (operation != null) {
            return Converted.value(operation);
        }
        return Texts.isEmpty(Texts.trim(text)) ? Converted.empty() : Converted.bad(Reason.UNKNOWN_OPERATION);
    }

    /** Nothing but characters, letters and digits: nothing to mend, and no need for patterns. */
    private static boolean isUsualName(String visible) {
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            boolean usual = c >= 0x4e00 && c <= 0x9fff || c < 0x7f && Character.isLetterOrDigit(c);
            if (!usual || c == '章') {
                return false;
            }
        }
        return true;
    }

    private static boolean isNoName(String visible) {
        return visible.equals("0") || Texts.isEmpty(visible);
    }

    private static String brackets(String name) {
        return name.replace('(', '（').replace(')', '）').replace('[', '（').replace(']', '）');
    }
}
