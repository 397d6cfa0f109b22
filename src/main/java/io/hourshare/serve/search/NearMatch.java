package io.hourshare.serve.search;

/**
 * Finds a part that was mistyped: the cheapest way to turn it into some stretch of a text.
 *
 * <p>A character that sounds alike and two that changed places cost 1; a wrong, missing or further one costs 2. Works on characters,
 * not bytes. Not safe for use by several threads.
 */
final class NearMatch {

    private static final int EDIT = 2;
    private static final int SLIP = 1;

    private final String query;
    private final int budget;
    private int[] beforeLast;
    private int[] last;
    private int[] row;

    NearMatch(String query) {
        this.query = query;
        this.budget = query.length() < 2 ? 0 : query.length() == 2 ? SLIP : query.length() < 8 ? EDIT : 2 * EDIT;
        this.beforeLast = new int[query.length() + 1];
        this.last = new int[query.length() + 1];
        this.row = new int[query.length() + 1];
    }

    /** Cost that is still called alike. */
    int budget() {
        return budget;
    }

    /** How many of the query's characters a text may lack and still be alike; cheaper to test than the cost. */
    int missing() {
        return query.length() < 5 ? 1 : 2;
    }

    /** Cheapest cost over all stretches of the text; more than the budget where nothing is alike. */
    int cost(TextColumn texts, int textRow) {
        for (int i = 0; i <= query.length(); i++) {
            last[i] = i * EDIT;
        }
        int best = last[query.length()];
        for (int place = 0; place < texts.length(textRow); place++) {
            next(texts, textRow, place);
            best = Math.min(best, row[query.length()]);
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return best;
    }

    private void next(TextColumn texts, int textRow, int place) {
        char character = texts.at(textRow, place);
        row[0] = 0;
        for (int i = 1; i <= query.length(); i++) {
            char wanted = query.charAt(i - 1);
            int cost = last[i - 1] + difference(wanted, character);
            cost = Math.min(cost, Math.min(last[i], row[i - 1]) + EDIT);
            boolean swapped =
                    i > 1 && place > 0 && wanted == texts.at(textRow, place - 1) && query.charAt(i - 2) == character;
            row[i] = swapped ? Math.min(cost, beforeLast[i - 2] + SLIP) : cost;
        }
    }

    private static int difference(char wanted, char character) {
        if (wanted == character) {
            return 0;
        }
        return Readings.soundAlike(wanted, character) ? SLIP : EDIT;
    }
}
