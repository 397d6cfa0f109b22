package io.hourshare.normalize.decode;

/**
 * How a text table is written.
 *
 * @param doubleByte whether a high byte takes the next one with it, which may look like the delimiter
 */
record CsvForm(char delimiter, TextDecoding decoding, boolean doubleByte) {

    static final char QUOTE = '"';

    /** The delimiter that is declared, or the one that the first line uses most. */
    static char delimiter(String declared, byte[] firstLine) {
        if (!declared.isEmpty()) {
            return declared.equals("tab") || declared.equals("\\t") ? '\t' : declared.charAt(0);
        }
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {',', '\t', ';', '|'}) {
            int count = 0;
            for (byte octet : firstLine) {
                count += octet == candidate ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }
}
