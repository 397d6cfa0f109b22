package io.hourshare.normalize.fault;

import io.hourshare.kernel.ResidentNumber;
import io.hourshare.kernel.Uscc;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides what excerpts of bad records must not show: fields that are not for everybody, and wherever they stand,
 * numbers that look like a person's identity card, telephone or bank card. Enterprises' codes stay readable, for the
 * department has to find its record by them.
 */
public final class Masking {

    private static final int EXCERPT = 80;
    private static final Pattern DIGITS =
            Pattern.compile("[0-9０-９](?:[ \\-\u3000\u2010-\u2015]?[0-9０-９]){10,}[ \\-]?[XxＸｘ]?");
    private static final Pattern PARTING = Pattern.compile("[^0-9Xx]");
    private static final Pattern IDENTITY =
            Pattern.compile("[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]).*"
                    + "|[1-6][0-9]{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}");
    private static final Pattern TELEPHONE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern BANK_CARD = Pattern.compile("(?:62|4|5)[0-9]{14,17}");

    private static final String YOUNGEST = "2010";
    private static final Pattern PERSON =
            Pattern.compile("(?!.*(?:公司|厂|店|部|行|社|所|院|中心|企业|集团)$)\\p{IsHan}[\\p{IsHan}*＊×✱●○·]{1,3}");

    private Masking() {}

    /** Keeps the text's beginning, with personal numbers starred. */
    public static String excerpt(String text) {
        String masked = numbers(text);
        return masked.length() <= EXCERPT ? masked : whole(masked, EXCERPT) + "…";
    }

    /** The text with personal numbers starred. */
    public static String numbers(String text) {
        return DIGITS.matcher(text).replaceAll(run -> Matcher.quoteReplacement(starred(run.group())));
    }

    /** The text with identity numbers of grown persons starred; a permit's number begins with a region and a day too. */
    public static String residents(String text) {
        return DIGITS.matcher(text).replaceAll(run -> {
            String plain = plain(run.group());
            boolean person = ResidentNumber.isResidentNumber(plain)
                    && plain.substring(6, 10).compareTo(YOUNGEST) <= 0;
            return Matcher.quoteReplacement(person ? hidden(run.group()) : run.group());
        });
    }

    /** Hides what reads as a person's name where an enterprise's is expected, masked by the source or not. */
    public static String name(String text) {
        return PERSON.matcher(text.strip()).matches() ? personal(text) : numbers(text);
    }

    /** Keeps nothing but how long the text is: for fields that the contract calls personal. */
    public static String personal(String text) {
        return text.isEmpty() ? "" : "（个人信息，" + text.length() + " 字）";
    }

    /** Keeps nothing but how long the text is: for fields that only some may see. */
    public static String restricted(String text) {
        return text.isEmpty() ? "" : "（受限字段，" + text.length() + " 字）";
    }

    private static String starred(String run) {
        String plain = plain(run);
        boolean enterprise = Uscc.isValid(plain) && !ResidentNumber.isResidentNumber(plain);
        boolean personal = !enterprise
                && (IDENTITY.matcher(plain).matches()
                        || TELEPHONE.matcher(plain).matches()
                        || BANK_CARD.matcher(plain).matches());
        return personal ? hidden(run) : run;
    }

    private static String plain(String run) {
        return PARTING.matcher(Normalizer.normalize(run, Normalizer.Form.NFKC))
                .replaceAll("")
                .replace('x', 'X');
    }

    private static String hidden(String run) {
        return run.substring(0, 3) + "*".repeat(run.length() - 5) + run.substring(run.length() - 2);
    }

    private static String whole(String text, int length) {
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }
}
