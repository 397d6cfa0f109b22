package io.hourshare.normalize.decode.csv;

import io.hourshare.normalize.decode.text.TextDecoding;
import java.nio.charset.StandardCharsets;

/**
 * How a text table is written.
 *
 * @param doubleByte whether a high byte takes the next one with it, which may look like the delimiter
 */
record CsvForm(char delimiter, TextDecoding decoding, boolean doubleByte) {

    static final char QUOTE = '"';

    /** The delimiter that is declared, or the one that is used most by the first line that has any. */
    static char delimiter(String declared, byte[] head) {
        if (!declared.isEmpty()) {
            return declared.equals("tab") || declared.equals("\\t") ? '\t' : declared.charAt(0);
        }
        for (String line : new String(head, StandardCharsets.ISO_8859_1).split("\n")) {
            char best = 0;
            long most = 0;
            for (char candidate : new char[] {',', '\t', ';', '|'}) {
                long count = line.chars().filter(c -> c == candidate).count();
                best = count > most ? candidate : best;
                most = Math.max(most, count);
            }
            if (most > 0) {
                return best;
            }
        }
        return ',';
    }
}
