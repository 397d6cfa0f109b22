package io.hourshare.contract.draft;

import io.hourshare.kernel.TableFooter;
import io.hourshare.kernel.Uscc;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pairs the headings of a table, which may stand below titles, with its cells. */
record Table(HeaderRows header, List<List<String>> rows) {

    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\u00a0\\u3000\\u200b-\\u200d\\ufeff*＊]+");
    private static final Pattern TITLE_UNIT = Pattern.compile("单\\s*位\\s*[:：]\\s*([^\\s()（）]{1,24})");
    private static final Set<String> MONEY = Set.of("元", "千元", "万元", "百万元", "亿元", "美元", "万美元", "亿美元");

    /** The table that begins below the first row that names columns. */
    static Table of(List<List<String>> rows) {
        HeaderRows header = rows.isEmpty() ? new HeaderRows(0, 1, List.of()) : HeaderRows.of(rows);
        if (header.names().stream().map(String::strip).anyMatch(Uscc::isValid)) {
            throw new IllegalArgumentException("样本没有表头：最上面一行就是记录。请数源写上列名，或自己在第一行补上");
        }
        return new Table(header, rows);
    }

    /** The headings without blanks and line breaks, which the decoders pass over as well. */
    List<String> names() {
        return header.names().stream().map(Table::name).toList();
    }

    private static String name(String heading) {
        boolean chinese = heading.codePoints().anyMatch(Character::isIdeographic);
        return INVISIBLE.matcher(heading).replaceAll(chinese ? "" : " ").strip();
    }

    /** Sums, signatures and repeated headings are no records; the decoders leave them out too. */
    List<Map<String, String>> records(List<String> names) {
        List<Map<String, String>> records = new ArrayList<>();
        boolean regular = below().stream().anyMatch(cells -> !isRagged(names, cells) && isFilled(names, cells));
        long named = names.stream().filter(name -> !name.isEmpty()).count();
        for (List<String> cells : below()) {
            List<String> filled = cells.stream()
                    .map(String::strip)
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            Map<String, String> record = row(names, cells);
            boolean shifted = regular && isRagged(names, cells);
            boolean stray = shifted || record.isEmpty() || record.size() < 2 && named > 2;
            if (!stray && !TableFooter.isFooter(filled, names.size()) && !cells.equals(header.names())) {
                records.add(record);
            }
        }
        return records;
    }

    private List<List<String>> below() {
        return rows.subList(Math.min(header.end(), rows.size()), rows.size());
    }

    /** A separator in a text without quotes pushes what follows into the next column, and the last one out. */
    private static boolean isRagged(List<String> names, List<String> cells) {
        return cells.size() > names.size()
                && cells.subList(names.size(), cells.size()).stream().anyMatch(cell -> !cell.isBlank());
    }

    private static boolean isFilled(List<String> names, List<String> cells) {
        return cells.stream().filter(cell -> !cell.isBlank()).count() * 2 > names.size();
    }

    private static Map<String, String> row(List<String> names, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
            String cell = cells.get(i).strip();
            if (!names.get(i).isEmpty() && seen.add(names.get(i)) && !cell.isEmpty()) {
                row.put(names.get(i), cell);
            }
        }
        return row;
    }

    /** Columns that cannot be told by their heading: those without one, and all but the first of those that share one. */
    List<String> notes(List<String> names) {
        Set<String> seen = new HashSet<>();
        Set<String> notes = new LinkedHashSet<>();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            String name = names.get(i);
            boolean holds = below().stream()
                    .anyMatch(
                            cells -> column < cells.size() && !cells.get(column).isBlank());
            if (name.isEmpty() && holds && header.names().get(i).isBlank()) {
                notes.add("第 " + (i + 1) + " 列没有列名，没有起草；请数源补上列名");
            } else if (!name.isEmpty() && !seen.add(name)) {
                notes.add("列名“" + name + "”不止一处，只取最左一列；请数源改成不同的列名");
            }
        }
        names.stream()
                .filter(HeaderRows::isPeriod)
                .map(name -> "列名“" + name + "”里写着月份，下一期会变，届时按缺列扣住；请数源改用不变的列名，如“本期”")
                .forEach(notes::add);
        long ragged = below().stream().filter(cells -> isRagged(names, cells)).count();
        if (ragged > 0) {
            notes.add(
                    "有 " + ragged + " 行的列数多于表头（" + names.size() + " 列），多半是内容里有未加引号的分隔符（如 1,234.50）；这些行会退回，请数源加引号后重新导出");
        }
        return List.copyOf(notes);
    }

    /** The one unit of money that rows above the headings state, {@code 单位：人、万元}. */
    @Nullable
    String titleUnit() {
        Set<String> units = new LinkedHashSet<>();
        for (List<String> row : rows.subList(0, Math.min(header.first(), rows.size()))) {
            Matcher unit = TITLE_UNIT.matcher(String.join(" ", row));
            while (unit.find()) {
                units.addAll(List.of(unit.group(1).split("[、,，/;；]")));
            }
        }
        units.retainAll(MONEY);
        return units.size() == 1 ? units.iterator().next() : null;
    }
}
