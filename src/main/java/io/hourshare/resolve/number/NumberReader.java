package io.hourshare.resolve.number;

import io.hourshare.kernel.OrganisationCode;
import io.hourshare.kernel.RegistrationNumber;
import io.hourshare.kernel.Uscc;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands in a record's number fields, whichever field it stands in.
 *
 * <p>Kinds: {@code org} organisation code (alone, in a unified code, or in a legacy tax number), {@code uscc} the
 * unified code itself, {@code reg} registration number, {@code cut} a unified code cut to fifteen characters,
 * {@code old} an unchecked legacy number, {@code bad} a number that may be repaired.
 */
public final class NumberReader {

    private static final int REGISTRATION = 2;
    private static final int MOST = 3;
    private static final Pattern ROUNDED = Pattern.compile("^\\s*\\d\\.\\d+[eE]\\+?\\d+\\s*$");
    private static final Pattern SEVERAL = Pattern.compile("[/,;，；、|]");

    /**
     * Fields are the unified code's, the organisation code's, the registration number's and the tax number's.
     *
     * @return claims as {@code kind:value}, divided by {@code |}; empty where no field holds a number
     */
    public String read(@Nullable String... fields) {
        Set<String> claims = new LinkedHashSet<>();
        for (int i = 0; i < fields.length; i++) {
            String field = fields[i];
            if (field != null && !field.isEmpty()) {
                for (String part : SEVERAL.split(field, MOST)) {
                    read(clean(part), i == REGISTRATION, claims);
                }
            }
        }
        return String.join("|", claims);
    }

    /** Half width, upper case, letters and digits alone; a number that a spreadsheet rounded says nothing. */
    static String clean(String field) {
        StringBuilder text = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            char half = c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
            if (half < 0x80 && Character.isLetterOrDigit(half)) {
                text.append(Character.toUpperCase(half));
            }
        }
        boolean decimal = field.indexOf('.') > 0;
        if (decimal && field.strip().endsWith(".0")) {
            text.setLength(text.length() - 1);
        }
        return decimal && ROUNDED.matcher(field).find() ? "" : text.toString();
    }

    private static void read(String text, boolean registration, Set<String> claims) {
        int length = text.length();
        if (isFiller(text)) {
            return;
        }
        if (length == 18 && Uscc.isValid(text) && !isFiller(text.substring(8, 17))) {
            claims.add("org:" + text.substring(8, 17));
            claims.add("uscc:" + text);
        } else if (length == 9 && OrganisationCode.isValid(text)) {
            claims.add("org:" + text);
        } else if (length == 15) {
            readFifteen(text, registration, claims);
        } else if (length >= 16 && length <= 20) {
            claims.add("bad:" + text);
        } else if (length >= 8 && text.chars().anyMatch(Character::isDigit)) {
            claims.add("old:" + text);
        }
    }

    private static void readFifteen(String text, boolean registration, Set<String> claims) {
        String code = text.substring(6);
        boolean region = text.chars().limit(6).allMatch(c -> c >= '0' && c <= '9');
        boolean unified = text.charAt(0) == '9';
        // No region begins with a nine: an old code of digits alone, cut to fifteen, is no registration number.
        boolean registered = !unified && RegistrationNumber.isValid(text);
        // One registration number in eleven ends like an organisation code: where it stands tells which it is.
        boolean codeInside = region && !unified && !(registered && registration);
        if (codeInside && OrganisationCode.isValid(code) && !isFiller(code.substring(0, 8))) {
            claims.add("org:" + code);
        }
        if (registered && (registration || claims.isEmpty())) {
            claims.add("reg:" + text);
        } else if (unified) {
            claims.add("cut:" + text);
        } else if (claims.isEmpty()) {
            claims.add("old:" + text);
        }
    }

    /** All one character, or two taking turns: what people type to get past a required field. */
    private static boolean isFiller(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        char second = first;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != first && c != second) {
                if (second != first) {
                    return "123456789012345678".startsWith(text);
                }
                second = c;
            }
        }
        return true;
    }
}
