package io.hourshare.normalize.convert;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount taken apart.
 *
 * @param number number and unit, without currency words and signs
 * @param currency numeric code of the currency it states, where it states one
 */
record Money(String number, @Nullable String currency) {

    private static final Pattern SIGN = Pattern.compile("[¥￥$€£]");
    private static final Pattern BRACKETS = Pattern.compile("[（(【\\[]([^（()）】\\]]*)[）)】\\]]$");
    private static final Pattern UNIT_AND_CURRENCY = Pattern.compile("([百千万亿]*)(.+)");

    private static final Pattern WRITTEN = Pattern.compile("[(（][大小]写[)）][:：]?|[整正]$");
    private static final Pattern MIXED = Pattern.compile("([0-9.]+)亿([0-9.]+)万(.*)");

    static Money parse(String half) {
        String compact = mixed(WRITTEN.matcher(half.replace(" ", "")).replaceAll(""));
        Matcher bracketed = BRACKETS.matcher(compact);
        String flat = compact;
        if (bracketed.find() && bracketed.start() > 0) {
            String inside = bracketed.group(1);
            flat = compact.substring(0, bracketed.start()) + (Texts.isEmpty(inside) ? "" : inside);
        }
        String signed = flat.startsWith("$") ? "美元" + flat : flat;
        for (String word : Currencies.words()) {
            if (signed.contains(word)) {
                String number = strip(signed, word);
                return new Money(SIGN.matcher(number).replaceAll(""), Currencies.numeric(word));
            }
        }
        return new Money(SIGN.matcher(flat).replaceAll(""), null);
    }

    /** {@code 1亿2000万元} in one unit. */
    private static String mixed(String text) {
        Matcher both = MIXED.matcher(text);
        return both.matches()
                ? new BigDecimal(both.group(1)).movePointRight(4).add(new BigDecimal(both.group(2))) + "万"
                        + both.group(3)
                : text;
    }

    /** The unit of {@code 万美元} is 万元, since the currency is told apart. */
    static String unit(String word) {
        if (Units.isKnown(word)) {
            return word;
        }
        Matcher parts = UNIT_AND_CURRENCY.matcher(word);
        boolean money = parts.matches() && Currencies.isKnown(parts.group(2));
        return money ? parts.group(1) + "元" : word;
    }

    private static String strip(String text, String word) {
        boolean unit = text.endsWith(word) && (word.endsWith("元") || word.endsWith("圆"));
        String rest = text.replace(word, unit ? "元" : "");
        return rest.matches(".*[百千万亿]$") ? rest + "元" : rest;
    }
}
