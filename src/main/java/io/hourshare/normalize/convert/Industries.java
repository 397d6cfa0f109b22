package io.hourshare.normalize.convert;

import io.hourshare.contract.CodeList;
import io.hourshare.normalize.fault.Reason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rule for industries (GB/T 4754): with a section letter before, with a leading zero lost, or by name. */
final class Industries implements Rule {

    private static final Pattern CODE = Pattern.compile("([A-Z])?([0-9]{1,4})(?:\\.0+)?");

    private static final Pattern NAMED = Pattern.compile("[A-Z]?([0-9]{2,4})[.、:]?\\p{IsHan}.*");

    /** The year of the scheme written before the code: the same four digits mean another class in another year's. */
    private static final Pattern SCHEMED =
            Pattern.compile("(?:GB/?T?4754)?(1984|1994|2002|2011|2017)年?版[:.、]?[A-Z]?([0-9]{2,4})(?![0-9]).*");

    private static final String SCHEME_OF_LIST = "2017";

    private final Set<String> codes = new HashSet<>();
    private final Map<String, String> byName = new HashMap<>();

    Industries(CodeList list) {
        for (Map<String, String> row : list.rows()) {
            String code = row.getOrDefault("code", "");
            codes.add(code);
            byName.merge(
                    Texts.code(row.getOrDefault("name", "")),
                    code,
                    (one, other) -> one.length() >= other.length() ? one : other);
        }
    }

    @Override
    public Converted convert(String text, Neighbours neighbours) {
        String plain = Texts.code(text);
        if (plain.equals("0") || plain.equals("Z") || plain.equals("无行业") || Texts.isEmpty(Texts.trim(text))) {
            return Converted.empty();
        }
        Matcher parts = CODE.matcher(plain);
        if (parts.matches()) {
            return number(parts.group(2));
        }
        if (plain.length() == 1 && plain.charAt(0) >= 'A' && plain.charAt(0) <= 'T') {
            return Converted.value(plain);
        }
        Matcher schemed = SCHEMED.matcher(plain);
        if (schemed.matches()) {
            return of(schemed.group(1), schemed.group(2));
        }
        Matcher named = NAMED.matcher(plain);
        if (named.matches() && codes.contains(named.group(1))) {
            return Converted.value(named.group(1));
        }
        return named(plain);
    }

    private Converted of(String scheme, String digits) {
        return scheme.equals(SCHEME_OF_LIST) ? number(digits) : Converted.doubtful(digits, Reason.UNKNOWN_INDUSTRY);
    }

    private Converted named(String plain) {
        String named = byName.get(plain);
        return named == null ? Converted.bad(Reason.UNKNOWN_INDUSTRY) : Converted.value(named);
    }

    /** Three digits are a class that lost its zero rather than a group: classes are what departments send. */
    private Converted number(String digits) {
        String padded = digits.length() % 2 == 1 ? "0" + digits : digits;
        if (codes.contains(padded)) {
            return Converted.value(padded);
        }
        return codes.contains(digits) ? Converted.value(digits) : Converted.doubtful(padded, Reason.UNKNOWN_INDUSTRY);
    }
}
