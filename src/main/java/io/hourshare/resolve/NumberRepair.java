package io.hourshare.resolve;

import io.hourshare.kernel.OrganisationCode;
import io.hourshare.kernel.Uscc;
import java.util.LinkedHashSet;
import java.util.Set;

/** Unified codes that a mistyped one may have meant: one wrong, missing, extra or swapped character. */
final class NumberRepair {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String WRONG = "OQDILZSBVG";
    private static final String MEANT = "0001125886";

    /** Organisation codes of the candidates with both check characters right, divided by {@code |}. */
    String candidates(String number) {
        Set<String> found = new LinkedHashSet<>();
        String text = number.replace("VV", "W");
        if (text.length() < 17 || text.length() > 19) {
            return "";
        }
        accept(lettersToDigits(text), found);
        switch (text.length()) {
            case 17 -> insertions(text, found);
            case 18 -> changes(text, found);
            default -> deletions(text, found);
        }
        return String.join("|", found);
    }

    private static void changes(String text, Set<String> found) {
        StringBuilder tried = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            for (int j = 0; j < ALPHABET.length(); j++) {
                tried.setCharAt(i, ALPHABET.charAt(j));
                accept(tried.toString(), found);
            }
            tried.setCharAt(i, text.charAt(i));
            if (i > 0) {
                accept(text.substring(0, i - 1) + text.charAt(i) + text.charAt(i - 1) + text.substring(i + 1), found);
            }
        }
    }

    private static void insertions(String text, Set<String> found) {
        for (int i = 0; i <= text.length(); i++) {
            for (int j = 0; j < ALPHABET.length(); j++) {
                accept(text.substring(0, i) + ALPHABET.charAt(j) + text.substring(i), found);
            }
        }
    }

    private static void deletions(String text, Set<String> found) {
        for (int i = 0; i < text.length(); i++) {
            accept(text.substring(0, i) + text.substring(i + 1), found);
        }
    }

    private static String lettersToDigits(String text) {
        StringBuilder read = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            int at = WRONG.indexOf(text.charAt(i));
            boolean digitPlace = i < 8 || ALPHABET.indexOf(text.charAt(i)) < 0;
            if (at >= 0 && digitPlace) {
                read.setCharAt(i, MEANT.charAt(at));
            }
        }
        return read.toString();
    }

    private static void accept(String text, Set<String> found) {
        if (Uscc.isValid(text) && OrganisationCode.isValid(text.substring(8, 17))) {
            found.add(text.substring(8, 17));
        }
    }
}
