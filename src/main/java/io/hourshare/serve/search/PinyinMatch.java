package io.hourshare.serve.search;

/**
 * Matches letters against Chinese characters: each character takes one of its readings whole, or its first letter.
 *
 * <p>So {@code CHANGAN}, {@code CA}, {@code CHANGA} and {@code 长AN} all find 长安. Not safe for use by several threads.
 */
final class PinyinMatch {

    /** No sensible query needs more; a hostile one stops here. */
    private static final int STEPS = 300;

    static final int NONE = Integer.MAX_VALUE;

    private final String query;
    private final TextColumn names;
    private int steps;

    PinyinMatch(String query, TextColumn names) {
        this.query = query;
        this.names = names;
    }

    /** Fewest characters taken by their first letter alone when the query is matched from the index, or NONE. */
    int abbreviated(int row, int index) {
        steps = 0;
        return match(row, index, 0);
    }

    private int match(int row, int index, int from) {
        if (from == query.length()) {
            return 0;
        }
        if (index == names.length(row) || ++steps > STEPS) {
            return NONE;
        }
        char character = names.at(row, index);
        char wanted = query.charAt(from);
        if (character == wanted) {
            return match(row, index + 1, from + 1);
        }
        int best = NONE;
        boolean initial = false;
        for (String reading : Readings.of(character)) {
            if (reading.charAt(0) == wanted) {
                best = Math.min(best, whole(row, index, from, reading));
                initial |= reading.length() > 1;
            }
        }
        return initial ? Math.min(best, oneMore(match(row, index + 1, from + 1))) : best;
    }

    private int whole(int row, int index, int from, String reading) {
        int common = Math.min(reading.length(), query.length() - from);
        if (!query.regionMatches(from, reading, 0, common)) {
            return NONE;
        }
        // The last syllable may be typed in part, but one letter of it is an initial.
        if (common < reading.length()) {
            return common > 1 ? 0 : NONE;
        }
        return match(row, index + 1, from + common);
    }

    private static int oneMore(int abbreviated) {
        return abbreviated == NONE ? NONE : abbreviated + 1;
    }
}
