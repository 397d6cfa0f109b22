package io.hourshare.normalize.convert;

import io.hourshare.kernel.OrganisationCode;
import io.hourshare.kernel.RegistrationNumber;
import io.hourshare.kernel.ResidentNumber;
import io.hourshare.kernel.Uscc;
import io.hourshare.normalize.fault.Reason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules for the numbers that name enterprises, and for what is mistaken for them. */
final class Identifiers {

    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](?:\\.[0-9]+)?E\\+?[0-9]{1,2}");
    private static final Pattern WHOLE = Pattern.compile("[0-9A-Z]+\\.0+");
    private static final Pattern TAXPAYER = Pattern.compile("[0-9A-Z]{15,20}");
    private static final Pattern TRUNCATED = Pattern.compile("[9ANY][0-9]{7}[0-9A-Z]{7}");
    private static final Pattern SEVERAL = Pattern.compile("[0-9A-Z]{18}[^0-9A-Z]+[0-9A-Z]{18}");
    private static final Pattern STARS = Pattern.compile("[*＊×✱●]");
    private static final Pattern WRAPPED = Pattern.compile(
            "=?\"?(?:[\\p{IsHan}()]{2,14}:?)?([0-9A-Z]{9,20})\"?(?:\\([0-9]{1,2}/?[0-9]{0,2}\\)|\\(副本\\))?");

    /** A sentence instead of a code: there is none, or not yet. */
    private static final Pattern NOT_YET = Pattern.compile("(?:尚?未|暂|待|无|没有?|正在|筹[备建]|新[办设]|[申办][请领理]|空|不).{0,11}");

    private static final int SPREADSHEET_DIGITS = 15;
    private static final Pattern MASKED = Pattern.compile("(?=.*[A-Z])[0-9A-Zx]*x[0-9A-Zx]*");

    private final Tokens tokens;

    Identifiers(Tokens tokens) {
        this.tokens = tokens;
    }

    Converted uscc(String text, Neighbours neighbours) {
        String code = unified(text);
        if (isNothing(code)) {
            return Converted.empty();
        }
        if (Uscc.isValid(code) && !isMasked(text) && !isSequence(code) && !PersonalNumbers.isPersonal(code)) {
            return OrganisationCode.isValid(code.substring(8, 17))
                    ? Converted.value(code)
                    : Converted.doubtful(code, Reason.ORG_CODE_CHECK);
        }
        return Converted.bad(usccFault(text, code));
    }

    Converted organisationCode(String text, Neighbours neighbours) {
        String code = unified(text);
        if (isNothing(code)) {
            return Converted.empty();
        }
        if (Uscc.isValid(code) && !PersonalNumbers.isPersonal(code)) {
            return Converted.value(code.substring(8, 17));
        }
        Reason look = lookAlike(text, code);
        if (look != null) {
            return Converted.bad(look);
        }
        if (code.length() == 15 || code.length() == 18) {
            return Converted.empty(); // a number of another kind, which its own rule judges
        }
        if (code.length() != 9 || OrganisationCode.checkCharacter(code) == '?') {
            return Converted.bad(Reason.ORG_CODE_FORM);
        }
        return OrganisationCode.isValid(code) ? Converted.value(code) : Converted.bad(Reason.ORG_CODE_CHECK);
    }

    /** Fifteen digits are checked; the older spellings, such as {@code 企合苏锡总字第0001号}, are kept as they are. */
    Converted registrationNumber(String text, Neighbours neighbours) {
        String code = plain(text);
        if (isNothing(code)) {
            return Converted.empty();
        }
        Reason look = lookAlike(text, code);
        if (look != null) {
            return Converted.bad(look);
        }
        if (!isDigits(code) || code.length() != 15) {
            return Converted.value(isDigits(code) ? code : Texts.half(Texts.visible(text)));
        }
        if (RegistrationNumber.isValid(code)) {
            return Converted.value(code);
        }
        return Converted.bad(PersonalNumbers.isOldResidentNumber(code) ? Reason.PERSONAL_NUMBER : Reason.REG_NO_CHECK);
    }

    /** A natural person's taxpayer number is an identity number: it is kept as a token, so that records still join. */
    Converted taxpayerId(String text, Neighbours neighbours) {
        String code = unified(text);
        if (isNothing(code)) {
            return Converted.empty();
        }
        if (PersonalNumbers.isPersonal(code)) {
            return Converted.doubtful(tokens.token(code), Reason.PERSONAL_NUMBER);
        }
        Reason look = lookAlike(text, code);
        if (look != null) {
            return Converted.bad(look);
        }
        if (!TAXPAYER.matcher(code).matches()) {
            return Converted.bad(Reason.TAXPAYER_ID_FORM);
        }
        boolean unified = code.length() == 18 && code.charAt(0) == '9';
        return unified && !Uscc.isValid(code) ? Converted.bad(usccFault(text, code)) : Converted.value(code);
    }

    /**
     * A number that means something to its system alone: no check, but spreadsheets must not have eaten its digits. They
     * keep fifteen, so a longer number whose further digits are all zeros names a record that it is not.
     */
    Converted serialNumber(String text, Neighbours neighbours) {
        String code = plain(text);
        if (isNothing(code)) {
            return Converted.empty();
        }
        if (PersonalNumbers.isPersonal(code)) {
            return Converted.doubtful(tokens.token(code), Reason.PERSONAL_NUMBER);
        }
        return isRounded(code) ? Converted.bad(Reason.PRECISION_LOST) : Converted.value(kept(text));
    }

    private Reason usccFault(String text, String code) {
        Reason look = lookAlike(text, code);
        if (look != null) {
            return look;
        }
        boolean other = code.length() == 9 && OrganisationCode.isValid(code)
                || code.length() == 15 && isDigits(code) && RegistrationNumber.isValid(code);
        if (other) {
            return Reason.OTHER_NUMBER;
        }
        if (code.length() != 18) {
            return TRUNCATED.matcher(code).matches() ? Reason.USCC_TRUNCATED : Reason.USCC_LENGTH;
        }
        char check = Uscc.checkCharacter(code);
        if (check == '?' || "IOSVZ".indexOf(code.charAt(17)) >= 0) {
            return Reason.USCC_CHARACTER;
        }
        return check == code.charAt(17) ? Reason.USCC_STRUCTURE : Reason.USCC_CHECK;
    }

    /** Whether that is a unified code, and no person's number. */
    static boolean isEnterprise(String text) {
        String code = unified(text);
        return Uscc.isValid(code) && !PersonalNumbers.isPersonal(code);
    }

    /** A person's number where an enterprise's code is expected, with or without a label. */
    static boolean isPerson(String text) {
        String code = unified(text);
        return PersonalNumbers.isPersonal(code)
                || PersonalNumbers.TRAVEL.matcher(code).matches() && !OrganisationCode.isValid(code);
    }

    /** What any code field may hold instead of a code. */
    private static @Nullable Reason lookAlike(String text, String code) {
        if (isSequence(code) || code.length() >= 6 && code.chars().distinct().count() == 1) {
            return Reason.USCC_FILLER;
        }
        if (isRounded(code)) {
            return Reason.PRECISION_LOST;
        }
        if (PersonalNumbers.isPersonal(code)) {
            return Reason.PERSONAL_NUMBER;
        }
        if (SEVERAL.matcher(Texts.half(text)).find()) {
            return Reason.SEVERAL_ENTERPRISES;
        }
        boolean masked = STARS.matcher(text).find()
                || MASKED.matcher(Texts.half(Texts.trim(text))).matches();
        return masked ? Reason.MASKED_VALUE : null;
    }

    /** A small x among capitals hides a digit; such a code can pass the check by chance. */
    private static boolean isMasked(String text) {
        return text.indexOf('x') >= 0
                && MASKED.matcher(Texts.half(Texts.trim(text))).matches();
    }

    private static String plain(String text) {
        String code = Texts.code(text);
        return WHOLE.matcher(code).matches() ? code.substring(0, code.indexOf('.')) : code;
    }

    /** Without what people write around a code: a label, quotes of a spreadsheet, the number of a copy. */
    private static String unified(String text) {
        String code = plain(text);
        if (Uscc.isValid(code)) {
            return code;
        }
        Matcher wrapped = WRAPPED.matcher(code);
        return wrapped.matches() ? wrapped.group(1) : code;
    }

    private static String kept(String text) {
        String visible = Texts.half(Texts.visible(text));
        String bare = visible.startsWith("'") ? visible.substring(1) : visible;
        return WHOLE.matcher(bare).matches() ? bare.substring(0, bare.indexOf('.')) : bare;
    }

    private static boolean isRounded(String code) {
        return SCIENTIFIC.matcher(code).matches()
                || code.length() > SPREADSHEET_DIGITS + 1
                        && isDigits(code)
                        && code.chars().skip(SPREADSHEET_DIGITS).allMatch(c -> c == '0')
                        && code.chars().distinct().count() > 1;
    }

    private static boolean isSequence(String code) {
        return code.length() > 8 && "12345678901234567890".startsWith(code);
    }

    private static boolean isNothing(String code) {
        return code.equals("0")
                || code.chars().allMatch(Character::isIdeographic)
                        && NOT_YET.matcher(code).matches()
                || Texts.isEmpty(code);
    }

    private static boolean isDigits(String code) {
        return code.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Resident identity numbers of both generations. */
    static final class PersonalNumbers {

        /** Born in a year that shows, or all but a few digits hidden; what begins with 9 is an enterprise's. */
        private static final Pattern MASKED_RESIDENT = Pattern.compile(
                "[1-8][0-9]{5}(?:19|20)[0-9*x]{2}[*x]{2,8}[0-9*x]{0,5}[0-9Xx*]|[1-8][0-9]{2,5}[*]{8,14}[0-9]{0,3}[0-9Xx]?");

        /** Passes between the mainland and Hong Kong or Macao, and passports. */
        static final Pattern TRAVEL = Pattern.compile("[HM][0-9]{8}(?:[0-9]{2})?|[CDEGKPS][A-Z]?[0-9]{7,8}");

        /** A region, the number of a passport or a pass, a serial: how tax numbers persons without an identity card. */
        private static final Pattern OTHER_PAPERS = Pattern.compile("[1-9][0-9]{5}[CDEGHKMPT][A-Z]?[0-9]{9,12}");

        private PersonalNumbers() {}

        /** An identity number of which the department itself hid a part: still nobody's code but a person's. */
        static boolean isMaskedResidentNumber(String text) {
            return (text.length() == 18 || text.length() == 15)
                    && MASKED_RESIDENT
                            .matcher(text.replace('×', '*').replace('＊', '*'))
                            .matches();
        }

        /** Eighteen characters, or the same with the two-digit serial that tax gives to a person's several shops. */
        static boolean isPersonal(String code) {
            return ResidentNumber.isResidentNumber(code)
                    || code.length() == 20 && ResidentNumber.isResidentNumber(code.substring(0, 18))
                    || code.length() >= 17
                            && OTHER_PAPERS.matcher(code).matches()
                            && !OrganisationCode.isValid(code.substring(6, 15))
                    || code.length() == 15
                            && isDigits(code)
                            && !OrganisationCode.isValid(code.substring(6))
                            && !RegistrationNumber.isValid(code)
                            && isOldResidentNumber(code);
        }

        /** Fifteen digits with a province and a birthday of the 1900s. */
        static boolean isOldResidentNumber(String code) {
            if (code.length() != 15 || code.charAt(0) < '1' || code.charAt(0) > '6') {
                return false;
            }
            int month = Integer.parseInt(code.substring(8, 10));
            int day = Integer.parseInt(code.substring(10, 12));
            return month >= 1 && month <= 12 && day >= 1 && day <= 31;
        }
    }
}
