package io.hourshare.kernel;

/** Fifteen-digit registration number (GS 15-2006), checked by ISO 7064 MOD 11,10. */
public final class RegistrationNumber {

    private RegistrationNumber() {}

    public static boolean isValid(String text) {
        return text.length() == 15
                && isDigits(text)
                && !text.equals(text.substring(0, 1).repeat(15))
                && checkDigit(text) == text.charAt(14);
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
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
