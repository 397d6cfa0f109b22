package io.hourshare.normalize.decode.layout;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The unit that a line above the header states for the whole table: {@code 单位：万元}. */
public final class TitleUnit {

    /** Name under which the units of a header give the table's. */
    static final String TABLE = "";

    private static final Pattern UNIT = Pattern.compile("单\\s*位\\s*[:：]\\s*([^\\s()（）]{1,24})");

    private TitleUnit() {}

    /** Keeps the unit that one of the cells states; it may be several words, or an organisation's name. */
    public static void find(List<String> cells, Map<String, String> units) {
        for (String cell : cells) {
            Matcher unit = UNIT.matcher(cell);
            if (unit.find()) {
                units.put(TABLE, unit.group(1));
            }
        }
    }
}
