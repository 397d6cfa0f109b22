package io.hourshare.normalize.convert;

import io.hourshare.normalize.fault.Reason;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Currencies by numeric code (GB/T 12406), letters and Chinese names. */
final class Currencies {

    static final String YUAN = "156";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("人民币元", YUAN),
            Map.entry("人民币", YUAN),
            Map.entry("RMB", YUAN),
            Map.entry("CNY", YUAN),
            Map.entry("美元", "840"),
            Map.entry("USD", "840"),
            Map.entry("港元", "344"),
            Map.entry("港币", "344"),
            Map.entry("HKD", "344"),
            Map.entry("澳门元", "446"),
            Map.entry("澳门币", "446"),
            Map.entry("新台币", "901"),
            Map.entry("台币", "901"),
            Map.entry("日元", "392"),
            Map.entry("日圆", "392"),
            Map.entry("JPY", "392"),
            Map.entry("欧元", "978"),
            Map.entry("EUR", "978"),
            Map.entry("英镑", "826"),
            Map.entry("GBP", "826"),
            Map.entry("新加坡元", "702"),
            Map.entry("新元", "702"),
            Map.entry("韩元", "410"),
            Map.entry("韩国元", "410"),
            Map.entry("加拿大元", "124"),
            Map.entry("加元", "124"),
            Map.entry("澳大利亚元", "036"),
            Map.entry("澳元", "036"),
            Map.entry("瑞士法郎", "756"));
    private static final List<String> WORDS = NAMES.keySet().stream()
            .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
            .toList();
    private static final Map<String, String> CODES = codes();

    private Currencies() {}

    /** Words that may stand beside a number, longest first. */
    static List<String> words() {
        return WORDS;
    }

    static boolean isKnown(String word) {
        return numeric(word) != null;
    }

    static @Nullable String numeric(String word) {
        String plain = Texts.code(word);
        String named = NAMES.get(plain);
        return named == null ? CODES.get(plain) : named;
    }

    static Rule currency(Map<String, String> listed) {
        return (text, neighbours) -> {
            String trimmed = Texts.trim(text);
            if (Texts.isEmpty(trimmed)) {
                return Converted.empty();
            }
            String numeric = numeric(trimmed);
            String code = numeric == null ? listed.get(trimmed) : numeric;
            return code == null ? Converted.bad(Reason.UNKNOWN_CURRENCY) : Converted.value(code);
        };
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (Currency currency : Currency.getAvailableCurrencies()) {
            String numeric = currency.getNumericCodeAsString();
            codes.put(currency.getCurrencyCode(), numeric);
            codes.put(numeric, numeric);
            codes.put(currency.getDisplayName(Locale.CHINA), numeric);
        }
        codes.remove("000");
        return Map.copyOf(codes);
    }
}
