package io.hourshare.kernel;

/** Fifteen-digit registration number (GS 15-2006), checked by ISO 7064 MOD 11,10. */
public final class RegistrationNumber {

    private RegistrationNumber() {}

    public static boolean isValid(String text) {
        return text.length() == 15
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && text.chars().distinct().count() > 1
                && checkDigit(text) == text.charAt(14);
    }

    /** Check digit of the first fourteen digits. */
    public static char checkDigit(CharSequence text) {
        int product = 10;
        for (int i = 0; i < 14; i++) {
            int sum = (product + text.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char) ('0' + (11 - product) % 10);
    }
}
