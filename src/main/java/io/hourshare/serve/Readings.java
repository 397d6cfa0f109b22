package io.hourshare.serve;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.Locale;

/** Every reading of every character without tones, so that a polyphone is found by any of them. */
final class Readings {

    private static final char FIRST = '\u3400';
    private static final char LAST = '\u9fff';
    private static final String[] NONE = {};
    private static final String[][] READINGS = table();

    private Readings() {}

    /** Readings in upper case; none where the character is not Chinese. */
    static String[] of(char character) {
        return character < FIRST || character > LAST ? NONE : READINGS[character - FIRST];
    }

    /** Bits of the letters that a text's characters can be typed by first. */
    static int initials(CharSequence text) {
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 'A' && text.charAt(i) <= 'Z') {
                bits |= 1 << (text.charAt(i) - 'A');
            }
            for (String reading : of(text.charAt(i))) {
                bits |= 1 << (reading.charAt(0) - 'A');
            }
        }
        return bits;
    }

    /** Whether two characters share a reading. */
    static boolean soundAlike(char one, char other) {
        for (String reading : of(one)) {
            for (String otherReading : of(other)) {
                if (reading.equals(otherReading)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String[][] table() {
        String[][] table = new String[LAST - FIRST + 1][];
        for (int i = 0; i < table.length; i++) {
            table[i] = PinyinHelper.toPinyinList((char) (FIRST + i), PinyinStyleEnum.NORMAL).stream()
                    .map(reading -> reading.toUpperCase(Locale.ROOT).replace('Ü', 'V'))
                    .filter(reading -> reading.chars().allMatch(c -> c >= 'A' && c <= 'Z'))
                    .distinct()
                    .toArray(String[]::new);
        }
        return table;
    }
}
