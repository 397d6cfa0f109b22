package io.hourshare.kernel;

import java.util.Optional;

/** Unified social credit code (GB 32100-2015): 18 characters, the last a check character. */
public record Uscc(String code) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String REGISTERING_DEPARTMENTS = "123456789ANY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    public Uscc {
        if (!isValid(code)) {
            throw new IllegalArgumentException("Not a unified social credit code");
        }
    }

    /** The code, if the text is exactly one: upper case, right alphabet, right check character, not all zeros. */
    public static Optional<Uscc> parse(String text) {
        return isValid(text) ? Optional.of(new Uscc(text)) : Optional.empty();
    }

    /** Whether the text is a code with a right check character; all zeros pass the sum, so the first one is tested. */
    public static boolean isValid(String text) {
        return text.length() == 18
                && REGISTERING_DEPARTMENTS.indexOf(text.charAt(0)) >= 0
                && hasDigits(text, 2, 8)
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

    private static boolean hasDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return code;
    }
}
