package io.hourshare.serve.search;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Folds what is written in many ways into one: full width, case, traditional characters, blanks, brackets.
 *
 * <p>Names and queries pass through the same folding, so they meet.
 */
public final class SearchText {

    private static final char NOTHING = 0;
    private static final char[] FOLDED = table();

    private SearchText() {}

    /** The text without blanks and punctuation, in simplified characters and upper case. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isSurrogate(character)) {
                folded.append(character);
            } else if (FOLDED[character] != NOTHING) {
                folded.append(FOLDED[character]);
            }
        }
        return folded.toString();
    }

    private static char[] table() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int code = 0; code <= Character.MAX_VALUE; code++) {
            char character = (char) code;
            if (!Character.isSurrogate(character)) {
                table[code] = foldOne(character);
            }
        }
        return table;
    }

    private static char foldOne(char character) {
        if (Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN) {
            List<String> simple = ZhConverterUtil.toSimple(character);
            return simple == null || simple.isEmpty() || simple.get(0).length() != 1
                    ? character
                    : simple.get(0).charAt(0);
        }
        String normal = Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT);
        return normal.length() == 1 && Character.isLetterOrDigit(normal.charAt(0)) ? normal.charAt(0) : NOTHING;
    }
}
