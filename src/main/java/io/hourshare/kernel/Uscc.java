package io.hourshare.kernel;

import java.util.Optional;
import java.util.Set;

/** Unified social credit code (GB 32100-2015): 18 characters, the last a check character. */
public record Uscc(String code) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String REGISTERING_DEPARTMENTS = "123456789ANY";

    /** Provinces of GB/T 2260, 10 for offices of the whole country, 66 and 99 for the Xinjiang corps. */
    private static final Set<String> PROVINCES = Set.of(
            ("10 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 66 71 81 82 99")
                    .split(" "));

    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    public Uscc {
        if (!isValid(code)) {
            throw new IllegalArgumentException("Not a unified social credit code");
        }
    }

    /** The code, if the text is exactly one: upper case, right alphabet, a province that there is, right check character. */
    public static Optional<Uscc> parse(String text) {
        return isValid(text) ? Optional.of(new Uscc(text)) : Optional.empty();
    }

    /** Whether the text is a code with a right check character; all zeros pass the sum, so the first one is tested. */
    public static boolean isValid(String text) {
        return text.length() == 18
                && REGISTERING_DEPARTMENTS.indexOf(text.charAt(0)) >= 0
                && hasRegion(text)
                && checkCharacter(text) == text.charAt(17);
    }

    /** Check character of the first 17 characters, or {@code '?'} where one is outside the alphabet. */
    public static char checkCharacter(CharSequence text) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                return '?';
            }
            sum += value * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** Characters 9 to 17: the organisation code, the one part that stays when the region changes. */
    public String organisationCode() {
        return code.substring(8, 17);
    }

    /** A third of true codes names a region below the province that is no county of today: that says nothing. */
    private static boolean hasRegion(String text) {
        for (int i = 2; i < 8; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return PROVINCES.contains(text.substring(2, 4));
    }

    @Override
    public String toString() {
        return code;
    }
}
