package io.hourshare.resolve.name;

import io.hourshare.resolve.text.WordList;
import java.util.HashSet;
import java.util.Set;

/** Tells where the trade begins in what is left of a name between region and form. */
final class IndustryWords {

    private static final int LONGEST = 6;
    private static final int SHORTEST_BRAND = 2;

    private final Set<String> words = new HashSet<>(WordList.words("industry-words.txt"));

    /** Start of the trade words at the end of the text; the brand in front keeps two characters. */
    int start(String text) {
        int start = text.length();
        boolean found = true;
        while (found) {
            found = false;
            for (int from = Math.max(SHORTEST_BRAND, start - LONGEST); from <= start - 2; from++) {
                if (words.contains(text.substring(from, start))) {
                    start = from;
                    found = true;
                    break;
                }
            }
        }
        return start;
    }
}
