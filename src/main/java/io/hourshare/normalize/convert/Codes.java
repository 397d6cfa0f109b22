package io.hourshare.normalize.convert;

import io.hourshare.contract.CodeList;
import io.hourshare.normalize.fault.Reason;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules that look a source's word up in a code list. */
final class Codes {

    private static final String CODE = "code";
    private static final String UNKNOWN = "UNKNOWN";

    private static final Pattern QUOTES = Pattern.compile("[“”\"「」『』《》]");

    private Codes() {}

    /** A code without a list: only its spelling is made uniform. */
    static Converted plain(String text, Neighbours neighbours) {
        String code = Texts.half(Texts.visible(text)).toUpperCase(Locale.ROOT);
        return Texts.isEmpty(code) ? Converted.empty() : Converted.value(code);
    }

    /**
     * A code of a list, given by any word of its row.
     *
     * @param otherwise code that an unknown word becomes, where the job or the list names one
     */
    static Rule listed(CodeList list, @Nullable String otherwise) {
        Map<String, String> codes = byWord(list);
        String fallback = otherwise != null ? otherwise : codes.containsValue(UNKNOWN) ? UNKNOWN : null;
        return (text, neighbours) -> {
            String word = key(text);
            String code = codes.get(word);
            if (code == null) {
                code = codes.get(withoutZeros(word));
            }
            if (code != null) {
                return Converted.value(code);
            }
            if (Texts.isEmpty(Texts.trim(text))) {
                return Converted.empty();
            }
            return fallback == null
                    ? Converted.bad(Reason.UNKNOWN_CODE)
                    : Converted.doubtful(fallback, Reason.UNKNOWN_CODE);
        };
    }

    /** Codes by every word of their rows; a row's own code and its earlier columns win. */
    static Map<String, String> byWord(CodeList list) {
        String codeColumn =
                list.columns().contains(CODE) ? CODE : list.columns().get(0);
        Map<String, String> codes = new HashMap<>();
        for (String column : list.columns()) {
            for (Map<String, String> row : list.rows()) {
                String code = row.getOrDefault(codeColumn, "");
                for (String word : row.getOrDefault(column, "").split("[|]")) {
                    if (!word.isBlank() && !code.isBlank()) {
                        codes.putIfAbsent(key(word), code);
                    }
                }
            }
        }
        for (Map<String, String> row : list.rows()) {
            String code = row.getOrDefault(codeColumn, "");
            codes.putIfAbsent(key(code), code);
        }
        return codes;
    }

    private static String key(String word) {
        return QUOTES.matcher(Texts.code(word)).replaceAll("");
    }

    private static String withoutZeros(String word) {
        String rest = word.replaceFirst("^0+(?=.)", "");
        return rest.equals(word) ? "0" + word : rest;
    }
}
