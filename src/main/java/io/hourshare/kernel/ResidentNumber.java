package io.hourshare.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Tells a resident identity number (GB 11643, ISO 7064 MOD 11-2) among codes: it is personal data. */
public final class ResidentNumber {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private ResidentNumber() {}

    /**
     * Whether 18 characters are an identity number. One in 31 of them passes the check of a unified code too; such a one
     * is taken for an enterprise only where all that an enterprise's code has agrees, since it is personal otherwise.
     */
    public static boolean isResidentNumber(String text) {
        return text.length() == 18
                && hasDigits(text)
                && checkCharacter(text) == text.charAt(17)
                && hasBirthDate(text)
                && !isEnterprise(text);
    }

    /** Check character of the first seventeen digits. */
    public static char checkCharacter(CharSequence text) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (text.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    private static boolean hasDigits(String text) {
        for (int i = 0; i < 17; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isEnterprise(String text) {
        return text.charAt(0) == '9' && Uscc.isValid(text) && OrganisationCode.isValid(text.substring(8, 17));
    }

    private static boolean hasBirthDate(String text) {
        int year = Integer.parseInt(text.substring(6, 10));
        try {
            LocalDate.of(year, Integer.parseInt(text.substring(10, 12)), Integer.parseInt(text.substring(12, 14)));
        } catch (DateTimeException noDate) {
            return false;
        }
        return year >= 1900 && year < 2100;
    }
}
