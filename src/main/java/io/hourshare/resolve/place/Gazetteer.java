package io.hourshare.resolve.place;

import io.hourshare.contract.CodeList;
import io.hourshare.kernel.Digest;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Region names with their codes (GB/T 2260), whole and without the word that tells their rank. */
public final class Gazetteer {

    private static final List<String> RANKS =
            List.of("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "矿区", "新区", "省", "市", "县", "区", "盟", "旗");

    private static final SortedSet<String> NONE = Collections.emptySortedSet();

    private static final Pattern TOWN = Pattern.compile(".?(镇|乡|街道)");

    /** What makes a road of a place's name; the counties 路桥, 道里 and 道外 are none. */
    private static final Pattern ROAD = Pattern.compile("[东南西北中]?[一二三四五六七八九十]?(大道|大街|公路|路(?!桥)|街|巷|弄|道(?![里外]))");

    /** Codes in order, so that the digest does not tell in which order the lists were read. */
    private final Map<String, SortedSet<String>> codes = new HashMap<>();

    /** Length of the longest name by its first two characters: most places in a text start none. */
    private final Map<Integer, Integer> longest = new HashMap<>();

    private Gazetteer() {}

    /** Takes every row with a six-digit code and a name. */
    public static Gazetteer of(Collection<CodeList> lists) {
        Gazetteer gazetteer = new Gazetteer();
        lists.stream()
                .filter(list -> list.name().startsWith("region"))
                .flatMap(list -> list.rows().stream())
                .forEach(gazetteer::add);
        return gazetteer;
    }

    /** Of all names and codes. */
    public Digest digest() {
        return Digest.of(new TreeMap<>(codes).toString());
    }

    /** This gazetteer and the rows whose names it does not know. */
    public Gazetteer with(Collection<Map<String, String>> rows) {
        Gazetteer wider = new Gazetteer();
        codes.forEach((name, known) -> known.forEach(code -> wider.put(name, code)));
        rows.stream().filter(row -> !codes.containsKey(row.get("name"))).forEach(wider::add);
        return wider;
    }

    /** Length of the region name that the text starts with at {@code from}, rank included; 0 where there is none. */
    public int match(String text, int from) {
        if (from + 2 > text.length()) {
            return 0;
        }
        int reach = longest.getOrDefault(pair(text, from), 0);
        for (int to = Math.min(text.length(), from + reach); to >= from + 2; to--) {
            if (codes.containsKey(text.substring(from, to))) {
                return to - from;
            }
        }
        return 0;
    }

    /** The name without the word that tells its rank, where two characters stay. */
    public static String bare(String name) {
        for (String rank : RANKS) {
            if (name.endsWith(rank) && name.length() - rank.length() >= 2) {
                return name.substring(0, name.length() - rank.length());
            }
        }
        return name;
    }

    /**
     * Six-digit code of a code of six or more digits, or of region names from large to small; empty where the words
     * mean no region or several.
     */
    public String code(String text) {
        if (text.length() >= 6 && text.chars().limit(6).allMatch(c -> c >= '0' && c <= '9')) {
            return text.substring(0, 6);
        }
        return place(text).code();
    }

    /** @param end where the region words at the beginning of the text end */
    record Place(String code, int end) {}

    /** Regions in front of an address; {@code 中山路} lies in no 中山. */
    Place place(String text) {
        String within = "";
        int at = 0;
        int length = match(text, at, within);
        while (length > 0 && !isFollowed(text, at, length, ROAD)) {
            within = narrowed(text.substring(at, at + length), within);
            at += length;
            length = match(text, at, within);
        }
        return new Place(within, at);
    }

    /**
     * Like {@link #match(String, int)}, but only regions within the one that stands in front, and no town that begins
     * like some region ({@code 独山港镇} lies in no {@code 独山县}).
     */
    public int match(String text, int from, String within) {
        int length = match(text, from);
        if (length == 0 || isFollowed(text, from, length, TOWN)) {
            return 0;
        }
        String prefix = prefix(within);
        boolean fits = codes.getOrDefault(text.substring(from, from + length), NONE).stream()
                .anyMatch(code -> code.startsWith(prefix));
        return fits ? length : 0;
    }

    /** Code of a name within a region, or that region's own where the name does not tell. */
    public String narrowed(String name, String within) {
        String finer = within(name, within);
        return finer.isEmpty() ? within : finer;
    }

    private String within(String name, String code) {
        String prefix = prefix(code);
        String fitting = "";
        for (String candidate : codes.getOrDefault(name, NONE)) {
            if (candidate.startsWith(prefix)) {
                if (!fitting.isEmpty()) {
                    return "";
                }
                fitting = candidate;
            }
        }
        return fitting;
    }

    /** Whether a name without its rank goes on as the name of something smaller. */
    private static boolean isFollowed(String text, int from, int length, Pattern smaller) {
        String name = text.substring(from, from + length);
        return bare(name).equals(name)
                && smaller.matcher(text).region(from + length, text.length()).lookingAt();
    }

    private static String prefix(String code) {
        return code.endsWith("0000") ? code.substring(0, 2) : code.endsWith("00") ? code.substring(0, 4) : code;
    }

    private void add(Map<String, String> row) {
        String code = row.getOrDefault("code", "");
        String name = row.getOrDefault("name", "").strip();
        if (code.matches("\\d{6}") && name.length() >= 2 && !name.equals("市辖区") && !name.equals("县")) {
            put(name, code);
            put(bare(name), code);
        }
    }

    private static int pair(String text, int from) {
        return text.charAt(from) << 16 | text.charAt(from + 1);
    }

    private void put(String name, String code) {
        longest.merge(pair(name, 0), name.length(), Math::max);
        codes.computeIfAbsent(name, absent -> new TreeSet<>()).add(code);
    }
}
