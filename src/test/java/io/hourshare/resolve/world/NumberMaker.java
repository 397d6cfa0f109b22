package io.hourshare.resolve.world;

import io.hourshare.kernel.OrganisationCode;
import io.hourshare.kernel.RegistrationNumber;
import io.hourshare.kernel.Uscc;

/** Invented numbers with right check characters. */
public final class NumberMaker {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private NumberMaker() {}

    /** Organisation code of the enterprise with this number, in the style used since 2015. */
    public static String org(int number) {
        StringBuilder text = new StringBuilder("MA");
        int rest = number;
        for (int i = 0; i < 6; i++) {
            text.append(ALPHABET.charAt(rest % 31));
            rest = rest / 31 + 7 * (i + 1);
        }
        return text.append(OrganisationCode.checkCharacter(text)).toString();
    }

    public static String uscc(String region, int number) {
        String text = "91" + region + org(number);
        return text + Uscc.checkCharacter(text);
    }

    public static String registration(String region, int number) {
        String text = region + String.format("%08d", number);
        return text + RegistrationNumber.checkDigit(text);
    }
}
