package io.hourshare.normalize.convert;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
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

    private static final Pattern BARE = Pattern.compile("[+-]?[0-9.,]*[0-9]");
    private static final Pattern WRITTEN = Pattern.compile("[(（][大小]写[)）][:：]?|[整正]$");
    private static final Pattern STEP = Pattern.compile("([0-9.]+)([百千万亿]+)");
    private static final Pattern STEPS = Pattern.compile("((?:[0-9.]+[百千万亿]+){2,})(.*)");
    private static final Pattern LABELLED = Pattern.compile("^(人民币|RMB|CNY)[:：]");
    private static final Map<String, String> DOLLARS = Map.of("US$", "美元", "HK$", "港元", "NT$", "新台币", "$", "美元");

    static Money parse(String half) {
        String bare = LABELLED.matcher(half.replace(" ", "")).replaceAll("$1");
        String compact = mixed(WRITTEN.matcher(bare).replaceAll("")).toUpperCase(Locale.ROOT);
        Matcher bracketed = BRACKETS.matcher(compact);
        String flat = compact;
        if (bracketed.find() && bracketed.start() > 0) {
            String inside = bracketed.group(1);
            flat = compact.substring(0, bracketed.start()) + (Texts.isEmpty(inside) ? "" : inside);
        }
        String signed = dollars(flat);
        for (String word : Currencies.words()) {
            if (signed.contains(word)) {
                String number = SIGN.matcher(strip(signed, word)).replaceAll("");
                String currency = Currencies.numeric(word);
                return new Money(Currencies.YUAN.equals(currency) ? number : whole(number), currency);
            }
        }
        return new Money(SIGN.matcher(flat).replaceAll(""), null);
    }

    /** {@code 1亿2000万元} and {@code 1亿5千万} in one unit. */
    private static String mixed(String text) {
        Matcher steps = STEPS.matcher(text);
        if (!steps.matches()) {
            return text;
        }
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal section = BigDecimal.ZERO;
        Matcher step = STEP.matcher(steps.group(1));
        while (step.find()) {
            section = section.add(new BigDecimal(step.group(1)).movePointRight(zeros(step.group(2), "百千")));
            int whole = zeros(step.group(2), "万亿");
            sum = whole == 0 ? sum : sum.add(section.movePointRight(whole));
            section = whole == 0 ? section : BigDecimal.ZERO;
        }
        return sum.add(section).movePointLeft(4).toPlainString() + "万" + steps.group(2);
    }

    private static int zeros(String unit, String counted) {
        return unit.chars()
                .filter(c -> counted.indexOf(c) >= 0)
                .map(c -> c == '百' ? 2 : c == '千' ? 3 : c == '万' ? 4 : 8)
                .sum();
    }

    /** The dollar that a sign before the number means, as a word. */
    private static String dollars(String text) {
        for (Map.Entry<String, String> sign : DOLLARS.entrySet()) {
            if (text.startsWith(sign.getKey())) {
                return sign.getValue() + text.substring(sign.getKey().length());
            }
        }
        return text;
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

    /** {@code USD 1,000,000} counts dollars, whatever multiple the column is agreed to be in. */
    private static String whole(String number) {
        return BARE.matcher(number).matches() ? number + "元" : number;
    }

    private static String strip(String text, String word) {
        boolean unit = text.endsWith(word) && (word.endsWith("元") || word.endsWith("圆"));
        String rest = text.replace(word, unit ? "元" : "");
        return rest.matches(".*[百千万亿]$") ? rest + "元" : rest;
    }
}
