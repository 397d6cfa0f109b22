package io.hourshare.normalize.convert;

import io.hourshare.contract.CodeList;
import io.hourshare.normalize.fault.Reason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Rule for regions by code or name: {@code 平湖}, {@code 平湖市}, {@code 浙江平湖} and {@code 330482001} are 330482. */
final class Regions implements Rule {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}");
    private static final Pattern BETWEEN = Pattern.compile("[/\\\\,，、>|·.]|\\([^()]*\\)$");
    private static final Pattern SUFFIX =
            Pattern.compile("(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|自治旗|林区|特区|新区|地区|省|市|区|县|旗|盟)$");
    private static final Pattern PART =
            Pattern.compile("(?:开发区|高新区|新区|园区|园|产业区|工业区|集聚区|保税区|示范区|度假区|试验区|港区|新城|管理区|管委会|街道|街道办|镇|乡|村|社区)$");
    private static final String AMBIGUOUS = "";

    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> provinces = new HashSet<>();
    private final Map<String, String> successors = new HashMap<>();
    private final String home;

    /**
     * @param givenUp codes that were given up, with the {@code successor} that took over
     * @param home leading digits of the region that the source speaks of, or empty; they decide between equal names
     */
    Regions(CodeList list, CodeList givenUp, String home) {
        this.home = home;
        list.rows().forEach(row -> names.put(six(row.getOrDefault("code", "")), row.getOrDefault("name", "")));
        names.keySet().forEach(code -> provinces.add(code.substring(0, 2)));
        list.rows().forEach(row -> index(six(row.getOrDefault("code", "")), row.getOrDefault("name", "")));
        givenUp.rows().forEach(this::succeed);
    }

    @Override
    public Converted convert(String text, Neighbours neighbours) {
        String plain = Texts.code(text).replaceAll("\\.0+$", "");
        if (plain.equals("0") || Texts.isEmpty(Texts.trim(text))) {
            return Converted.empty();
        }
        if (DIGITS.matcher(plain).matches()) {
            return code(six(plain));
        }
        String name = BETWEEN.matcher(plain).replaceAll("");
        String found = byName.get(name);
        if (found == null) {
            found = byName.get(SUFFIX.matcher(name).replaceAll(""));
        }
        if (found == null) {
            return within(name);
        }
        return found.equals(AMBIGUOUS) ? Converted.bad(Reason.AMBIGUOUS_REGION) : Converted.value(found);
    }

    /** A development zone, a street or a village is told by the county whose name it begins with. */
    private Converted within(String plain) {
        if (PART.matcher(plain).find()) {
            for (int end = plain.length() - 1; end >= 2; end--) {
                String found = byName.get(plain.substring(0, end));
                if (found != null && !found.equals(AMBIGUOUS) && level(found) > 1) {
                    return Converted.doubtful(found, Reason.PART_OF_REGION);
                }
            }
        }
        return Converted.bad(Reason.UNKNOWN_REGION);
    }

    /** A name that some region bears today means that region, not the one that gave it up. */
    private void succeed(Map<String, String> row) {
        String successor = row.getOrDefault("successor", "");
        if (names.containsKey(successor)) {
            successors.putIfAbsent(row.getOrDefault("code", ""), successor);
            for (String prefix : prefixes(row.getOrDefault("code", ""))) {
                byName.putIfAbsent(prefix + row.getOrDefault("name", ""), successor);
                byName.putIfAbsent(prefix + shortened(row.getOrDefault("name", "")), successor);
            }
        }
    }

    /** Codes that nobody knows stay as they are: only the province must exist. */
    private Converted code(String code) {
        if (names.containsKey(code)) {
            return Converted.value(code);
        }
        String successor = successors.get(code);
        if (successor != null) {
            return Converted.value(successor);
        }
        return provinces.contains(code.substring(0, 2))
                ? Converted.doubtful(code, Reason.UNKNOWN_REGION)
                : Converted.bad(Reason.UNKNOWN_REGION);
    }

    private void index(String code, String name) {
        if (name.isEmpty()) {
            return;
        }
        for (String prefix : prefixes(code)) {
            put(prefix + name, code);
            put(prefix + shortened(name), code);
        }
    }

    /** What may stand before a county's name. */
    private List<String> prefixes(String code) {
        String city = names.getOrDefault(code.substring(0, 4) + "00", "");
        String province = names.getOrDefault(code.substring(0, 2) + "0000", "");
        return List.of(
                "",
                city,
                province,
                province + city,
                shortened(city),
                shortened(province),
                shortened(province) + shortened(city),
                shortened(province) + city,
                province + shortened(city));
    }

    private void put(String name, String code) {
        if (name.length() < 2) {
            return;
        }
        byName.merge(name, code, (one, other) -> {
            if (one.equals(other) || level(one) < level(other)) {
                return one;
            }
            if (level(other) < level(one)) {
                return other;
            }
            return isHome(one) != isHome(other) ? isHome(one) ? one : other : AMBIGUOUS;
        });
    }

    private boolean isHome(String code) {
        return !home.isEmpty() && code.startsWith(home);
    }

    private static int level(String code) {
        if (code.isEmpty()) {
            return 3;
        }
        return code.endsWith("0000") ? 1 : code.endsWith("00") ? 2 : 3;
    }

    private static String shortened(String name) {
        String rest = SUFFIX.matcher(name).replaceAll("");
        return rest.length() < 2 ? name : rest;
    }

    private static String six(String code) {
        return code.length() >= 6 ? code.substring(0, 6) : (code + "000000").substring(0, 6);
    }
}
