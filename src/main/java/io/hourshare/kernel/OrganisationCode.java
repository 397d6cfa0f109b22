package io.hourshare.kernel;

/** Organisation code (GB 11714-1997): eight characters and a check character, modulus 11. */
public final class OrganisationCode {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private OrganisationCode() {}

    /** Whether nine characters (no hyphen, upper case) carry a right check character and are not a filler. */
    public static boolean isValid(String text) {
        return text.length() == 9 && !isFiller(text) && checkCharacter(text) == text.charAt(8);
    }

    /** Check character of the first eight characters, or {@code '?'} where one is outside the alphabet. */
    public static char checkCharacter(CharSequence text) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                return '?';
            }
            sum += value * WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    private static boolean isFiller(String text) {
        for (int i = 1; i < 8; i++) {
            if (text.charAt(i) != text.charAt(0)) {
                return false;
            }
        }
        return true;
    }
}
