package io.hourshare.serve.search;

import io.hourshare.kernel.Pinyin;
import java.util.Locale;

/** Every reading of every character without tones, so that a polyphone is found by any of them. */
final class Readings {

    private static final char FIRST = '\u3400';
    private static final char LAST = '\u9fff';
    private static final String[] NONE = {};
    private static final String[][] READINGS = table();
    private static final int[] INITIALS = firstLetters();

    private Readings() {}

    /** Readings in upper case; none where the character is not Chinese. */
    static String[] of(char character) {
        return character < FIRST || character > LAST ? NONE : READINGS[character - FIRST];
    }

    /** Bits of the letters that a character can be typed by first. */
    static int initials(char character) {
        if (character >= 'A' && character <= 'Z') {
            return 1 << (character - 'A');
        }
        return character < FIRST || character > LAST ? 0 : INITIALS[character - FIRST];
    }

    /** Bits of the letters that any of the text's characters can be typed by first. */
    static int initials(CharSequence text) {
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            bits |= initials(text.charAt(i));
        }
        return bits;
    }

    /** Whether two characters share a reading. */
    static boolean soundAlike(char one, char other) {
        if ((initials(one) & initials(other)) == 0) {
            return false;
        }
        for (String reading : of(one)) {
            for (String otherReading : of(other)) {
                if (reading.equals(otherReading)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int[] firstLetters() {
        int[] letters = new int[READINGS.length];
        for (int i = 0; i < letters.length; i++) {
            for (String reading : READINGS[i]) {
                letters[i] |= 1 << (reading.charAt(0) - 'A');
            }
        }
        return letters;
    }

    private static String[][] table() {
        String[][] table = new String[LAST - FIRST + 1][];
        for (int i = 0; i < table.length; i++) {
            table[i] = Pinyin.of((char) (FIRST + i)).stream()
                    .map(reading -> reading.toUpperCase(Locale.ROOT).replace('Ü', 'V'))
                    .filter(reading -> reading.chars().allMatch(c -> c >= 'A' && c <= 'Z'))
                    .distinct()
                    .toArray(String[]::new);
        }
        return table;
    }
}
