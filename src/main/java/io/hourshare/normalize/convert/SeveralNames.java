package io.hourshare.normalize.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells enterprises apart that were written into one cell, and co-owning persons from them. */
public final class SeveralNames {

    /** Begins a name that was parted from others, so that its record says so; no source sends it. */
    public static final char MARK = '\u0004';

    private static final String KINDS = "(?:公司|厂|中心|合作社|企业|集团|商店|店|部|行|社|所|院)";
    private static final String LIMITED = "(?:有限公司|有限责任公司|股份公司)";
    private static final String SEALS = "(?:[（(][^（()）]{1,8}[）)])?";
    private static final String PERSON = "[\\p{IsHan}·]{2,4}";
    private static final Pattern LISTED = Pattern.compile("(?<=" + KINDS + ")" + SEALS
            + "\\s*[、,，;；/\\n]\\s*(?=[^、,，;；/\\n]{2,}" + KINDS + "|" + PERSON + "(?:[、,，;；/\\n]|$))"
            + "|(?<=(?:^|[,，;；/\\n])" + PERSON + ")\\s*[,，;；/\\n]\\s*(?=[^、,，;；/\\n]{2,}" + KINDS + ")");
    /** Of a name that follows 和 a part of the first enterprise is none: {@code 有限公司和平分公司}. */
    private static final String OWN_PART = "(?<!分公司|分厂|分店|分行|分部|分社|支行|营业部|经营部|门市部|办事处)";

    private static final Pattern JOINED =
            Pattern.compile("(.+?" + LIMITED + SEALS + ")(?:[和与及&]| +)(.{2,}" + KINDS + OWN_PART + SEALS + ")");
    private static final Pattern SHARES = Pattern.compile("[（(]?(?:共同|按份)?共有[）)]?$");
    private static final Pattern AND_OTHERS =
            Pattern.compile("(?<=" + KINDS + ")等(?:[0-9一二两三四五六七八九十]+[家户个](?:企业|单位|公司)?)?$");
    private static final Pattern BETWEEN = Pattern.compile("\\s*[、,，;；/\\n]\\s*");

    private SeveralNames() {}

    /** The names of one cell: one where it holds no more. */
    public static List<String> of(String cell) {
        String text = SHARES.matcher(Texts.visible(cell)).replaceAll("");
        List<String> names = new ArrayList<>();
        for (String part : LISTED.split(text)) {
            Matcher joined = JOINED.matcher(part);
            if (joined.matches()) {
                names.addAll(List.of(joined.group(1).strip(), joined.group(2).strip()));
            } else {
                names.add(part.strip());
            }
        }
        return names;
    }

    /** Whether the cell counts more enterprises than it names: {@code 某某公司等3家}. */
    static boolean namesNotAll(String cell) {
        return AND_OTHERS.matcher(cell).find();
    }

    /** As many values as there are names, where the cell holds as many; else nothing, for nobody knows whose it is. */
    public static List<String> beside(String cell, int names) {
        List<String> parts = Arrays.stream(BETWEEN.split(Texts.visible(cell)))
                .filter(part -> !part.isBlank())
                .toList();
        return parts.size() == names ? parts : List.of();
    }
}
