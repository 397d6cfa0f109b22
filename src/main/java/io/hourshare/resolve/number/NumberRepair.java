package io.hourshare.resolve.number;

import io.hourshare.kernel.OrganisationCode;
import io.hourshare.kernel.Uscc;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Organisation codes that a mistyped number may have meant: one wrong, missing, extra or swapped character. */
public final class NumberRepair {

    private static final String UNIFIED = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String PLAIN = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String WRONG = "OQDILZSBVG";
    private static final String MEANT = "0001125886";
    private static final int CODE = 9;
    private static final int OLD_TAX_NUMBER = 15;
    private static final int WHOLE = 18;
    private static final int WITH_SHOP = 20;

    /** Organisation codes whose check characters are right, divided by {@code |}. */
    public String candidates(String number) {
        String text = number.replace("VV", "W");
        Set<String> found = new LinkedHashSet<>();
        if (text.length() == WITH_SHOP) {
            unified(text.substring(0, WHOLE), found);
        } else if (Math.abs(text.length() - WHOLE) <= 1) {
            vary(text, WHOLE, UNIFIED, tried -> unified(tried, found));
            variedLetters(text, found);
        } else if (text.length() == OLD_TAX_NUMBER) {
            vary(text.substring(OLD_TAX_NUMBER - CODE), CODE, PLAIN, tried -> code(tried, found));
        } else if (Math.abs(text.length() - CODE) <= 1) {
            vary(text, CODE, PLAIN, tried -> code(tried, found));
        }
        return String.join("|", found);
    }

    /** Several digits may be wrong in front of a code that is right; several letters may stand for digits. */
    private static void variedLetters(String text, Set<String> found) {
        unified(lettersToDigits(text), found);
        if (text.length() == WHOLE) {
            code(text.substring(8, 8 + CODE), found);
        }
    }

    private static void vary(String text, int length, String alphabet, Consumer<String> tried) {
        if (text.length() < length) {
            insertions(text, alphabet, tried);
        } else if (text.length() == length) {
            changes(text, alphabet, tried);
        } else {
            deletions(text, tried);
        }
    }

    private static void changes(String text, String alphabet, Consumer<String> tried) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            for (int j = 0; j < alphabet.length(); j++) {
                changed.setCharAt(i, alphabet.charAt(j));
                tried.accept(changed.toString());
            }
            changed.setCharAt(i, text.charAt(i));
            if (i > 0) {
                tried.accept(text.substring(0, i - 1) + text.charAt(i) + text.charAt(i - 1) + text.substring(i + 1));
            }
        }
    }

    private static void insertions(String text, String alphabet, Consumer<String> tried) {
        for (int i = 0; i <= text.length(); i++) {
            for (int j = 0; j < alphabet.length(); j++) {
                tried.accept(text.substring(0, i) + alphabet.charAt(j) + text.substring(i));
            }
        }
    }

    private static void deletions(String text, Consumer<String> tried) {
        for (int i = 0; i < text.length(); i++) {
            tried.accept(text.substring(0, i) + text.substring(i + 1));
        }
    }

    private static String lettersToDigits(String text) {
        StringBuilder read = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            int at = WRONG.indexOf(text.charAt(i));
            boolean digitPlace = i < 8 || UNIFIED.indexOf(text.charAt(i)) < 0;
            if (at >= 0 && digitPlace) {
                read.setCharAt(i, MEANT.charAt(at));
            }
        }
        return read.toString();
    }

    private static void unified(String text, Set<String> found) {
        if (Uscc.isValid(text)) {
            code(text.substring(8, 8 + CODE), found);
        }
    }

    private static void code(String text, Set<String> found) {
        if (OrganisationCode.isValid(text)) {
            found.add(text);
        }
    }
}
