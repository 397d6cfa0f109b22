package io.hourshare.normalize.decode.layout;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the column of a source field by the name or title that stands in the data. */
public final class FieldNames {

    public static final int NONE = -1;

    /** More than any department's fields; of names that are data, as those of a map, no more are kept. */
    private static final int MOST_SPELLINGS = 2_000;

    private static final Pattern UNIT = Pattern.compile("(.+?)[（(【\\[](?:单位[:：])?([^（()）】\\]]{1,12})[）)】\\]]");
    private static final Pattern LABELLED_UNIT = Pattern.compile("(.+?)(?:单位[:：])(.{1,8})");
    private static final Pattern BLANK = Pattern.compile("[\\s\\u00a0\\u3000\\u200b-\\u200d\\ufeff*＊]+");

    private final byte[][] quoted;

    /** By column, and one before the first; several threads write it, and any of their guesses will do. */
    private final int[] following;

    private final Map<String, Integer> byName = new HashMap<>();
    private final Set<String> parents = new HashSet<>();
    private final Map<String, Integer> spelled = new ConcurrentHashMap<>();
    private final UnknownNames unknown = new UnknownNames();

    public FieldNames(List<Layout.Column> columns) {
        quoted = new byte[columns.size()][];
        following = IntStream.rangeClosed(0, columns.size()).toArray();
        for (int i = columns.size() - 1; i >= 0; i--) {
            byName.put(key(columns.get(i).title()), i);
        }
        for (int i = columns.size() - 1; i >= 0; i--) {
            String name = columns.get(i).name();
            quoted[i] = ('"' + name + '"').getBytes(StandardCharsets.UTF_8);
            byName.put(key(name), i);
            for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
                parents.add(key(name.substring(0, dot)));
            }
        }
    }

    /**
     * The column that came after this one before, where its own name stands there in quotes again; else {@link #NONE}:
     * fields mostly come in the same order.
     */
    public int expectedAfter(int last, byte[] bytes, int at) {
        int column = following[last + 1];
        if (column >= quoted.length) {
            return NONE;
        }
        byte[] name = quoted[column];
        int end = at + name.length;
        return end <= bytes.length && Arrays.equals(name, 0, name.length, bytes, at, end) ? column : NONE;
    }

    /** Notes the order in which columns come. */
    public void came(int column, int last) {
        following[last + 1] = column;
    }

    /** Bytes of the column's own name in quotes. */
    public int quotedLength(int column) {
        return quoted[column].length;
    }

    /** Column of a name, however it is written; the answer is kept, since every record asks for the same few. */
    public int column(String name) {
        Integer known = spelled.get(name);
        if (known != null) {
            return known;
        }
        int column = byName.getOrDefault(key(name), NONE);
        if (spelled.size() < MOST_SPELLINGS) {
            spelled.put(name, column);
        }
        return column;
    }

    /** Notes a name of the data that no column has. */
    public void unknown(String name) {
        if (!isParent(name)) {
            unknown.add(name);
        }
    }

    /** Names that no column has, sorted. */
    public List<String> unknown() {
        return unknown.sorted();
    }

    /** Whether some field lies inside the named object, as {@code owner.name} lies inside {@code owner}. */
    public boolean isParent(String path) {
        return !parents.isEmpty() && parents.contains(key(path));
    }

    /** Column of a table's heading, with the unit that it states. */
    Heading heading(String text) {
        int plain = column(text);
        String unit = unit(text);
        if (plain != NONE) {
            return new Heading(plain, unit);
        }
        Matcher split = UNIT.matcher(key(text));
        if (!split.matches()) {
            split = LABELLED_UNIT.matcher(key(text));
        }
        return split.matches() ? new Heading(column(split.group(1)), unit) : new Heading(NONE, null);
    }

    /** Column of a heading by itself, or together with the one of its group, whose unit holds for it too. */
    Heading heading(String text, String group) {
        Heading alone = heading(text);
        if (alone.column() != NONE || group.isBlank() || text.isBlank()) {
            return alone;
        }
        Matcher split = UNIT.matcher(key(group));
        String bare = split.matches() ? split.group(1) : key(group);
        int withUnit = column(bare + text + key(group).substring(bare.length())); // 收入本年（万元） below 收入（万元）
        Heading both = withUnit == NONE ? heading(bare + text) : new Heading(withUnit, null);
        boolean share = text.strip().endsWith("%"); // 同比（%） below 用电量（千瓦时） is none of them
        return both.unit() == null && !share ? new Heading(both.column(), unit(group)) : both;
    }

    private static @Nullable String unit(String heading) {
        Matcher split = UNIT.matcher(key(heading));
        if (split.matches()) {
            return split.group(2);
        }
        Matcher labelled = LABELLED_UNIT.matcher(key(heading));
        return labelled.matches() ? labelled.group(2) : null;
    }

    private static String key(String name) {
        return BLANK.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** @param column of the field, or {@link #NONE} */
    record Heading(int column, @Nullable String unit) {}
}
