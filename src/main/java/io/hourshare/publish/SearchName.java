package io.hourshare.publish;

import io.hourshare.kernel.Pinyin;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Forms of a name under which it is found; a question is brought into the same form as the published names. */
public final class SearchName {

    /** Words of enterprise names and places that the dictionary reads by their characters' more common sound. */
    private static final Map<String, String> READINGS = Map.ofEntries(
            Map.entry("长兴", "chang xing"),
            Map.entry("长丰", "chang feng"),
            Map.entry("长盛", "chang sheng"),
            Map.entry("长泰", "chang tai"),
            Map.entry("长乐", "chang le"),
            Map.entry("长葛", "chang ge"),
            Map.entry("长垣", "chang yuan"),
            Map.entry("重工", "zhong gong"),
            Map.entry("重型", "zhong xing"),
            Map.entry("重机", "zhong ji"),
            Map.entry("银行", "yin hang"),
            Map.entry("会计", "kuai ji"),
            Map.entry("调味", "tiao wei"),
            Map.entry("藏药", "zang yao"),
            Map.entry("乐器", "yue qi"),
            Map.entry("重庆", "chong qing"),
            Map.entry("厦门", "xia men"),
            Map.entry("六安", "lu an"),
            Map.entry("六合", "lu he"),
            Map.entry("蚌埠", "beng bu"),
            Map.entry("台州", "tai zhou"),
            Map.entry("丽水", "li shui"),
            Map.entry("乐清", "yue qing"),
            Map.entry("乐亭", "lao ting"),
            Map.entry("东阿", "dong e"),
            Map.entry("大埔", "da bu"),
            Map.entry("黄陂", "huang pi"),
            Map.entry("番禺", "pan yu"),
            Map.entry("涡阳", "guo yang"),
            Map.entry("单县", "shan xian"),
            Map.entry("莘县", "shen xian"),
            Map.entry("浚县", "xun xian"),
            Map.entry("歙县", "she xian"),
            Map.entry("铅山", "yan shan"),
            Map.entry("洪洞", "hong tong"),
            Map.entry("尉氏", "wei shi"),
            Map.entry("尉犁", "yu li"),
            Map.entry("盱眙", "xu yi"),
            Map.entry("邗江", "han jiang"),
            Map.entry("鄱阳", "po yang"),
            Map.entry("栖霞", "qi xia"),
            Map.entry("朝阳", "chao yang"));

    private static final Pattern READ_AS_WORD =
            Pattern.compile(READINGS.keySet().stream().sorted().collect(Collectors.joining("|")));
    private static final Pattern NOISE = Pattern.compile("[^\\p{IsAlphabetic}\\p{IsDigit}]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private SearchName() {}

    /** Without regard to width, case, blanks, brackets and other marks. */
    public static String normal(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return NOISE.matcher(folded).replaceAll("");
    }

    /** All sounds in lower case without tones and blanks; other letters and digits stay. */
    public static String pinyin(String name) {
        return joined(syllables(name));
    }

    /** First letter of each sound. */
    public static String initials(String name) {
        return initials(syllables(name), name);
    }

    /** Both, divided by a blank; reading a name's characters is the costly part. */
    public static String sound(String name) {
        String syllables = syllables(name);
        return joined(syllables) + ' ' + initials(syllables, name);
    }

    private static String joined(String syllables) {
        return SPACES.matcher(syllables).replaceAll("");
    }

    private static String initials(String syllables, String name) {
        StringBuilder initials = new StringBuilder();
        for (String syllable : SPACES.split(syllables.strip())) {
            boolean sound = !syllable.isEmpty() && !startsForeign(syllable, name);
            initials.append(sound ? syllable.substring(0, 1) : syllable);
        }
        return initials.toString();
    }

    private static boolean startsForeign(String syllable, String name) {
        return syllable.chars().anyMatch(Character::isDigit)
                || name.toLowerCase(Locale.ROOT).contains(syllable);
    }

    private static String syllables(String name) {
        Matcher word = READ_AS_WORD.matcher(name);
        StringBuilder syllables = new StringBuilder();
        int from = 0;
        while (word.find()) {
            syllables.append(read(name.substring(from, word.start())));
            syllables.append(' ').append(READINGS.get(word.group())).append(' ');
            from = word.end();
        }
        return syllables.append(read(name.substring(from))).toString().toLowerCase(Locale.ROOT);
    }

    private static String read(String text) {
        return text.isEmpty() ? "" : Pinyin.of(text, " ");
    }
}
