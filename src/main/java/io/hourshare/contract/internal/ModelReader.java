package io.hourshare.contract.internal;

import io.hourshare.contract.SqlModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Puts the SQL models of a folder in the order in which they use each other. */
final class ModelReader {

    private static final List<String> COLUMNS =
            List.of("enterprise_id", "department", "feed", "attribute", "said", "against", "observed_at");

    private final Problems problems;

    ModelReader(Problems problems) {
        this.problems = problems;
    }

    List<SqlModel> ordered(List<SqlModel> models) {
        Map<String, SqlModel> waiting = new TreeMap<>();
        models.forEach(model -> waiting.put(model.name(), model));
        Map<String, SqlModel> done = new LinkedHashMap<>();
        while (!waiting.isEmpty()) {
            List<SqlModel> ready = waiting.values().stream()
                    .filter(model -> uses(model).stream().noneMatch(waiting.keySet()::contains))
                    .toList();
            if (ready.isEmpty()) {
                reportCycle(waiting.values().iterator().next(), waiting.keySet());
                ready = List.copyOf(waiting.values());
            }
            ready.forEach(model -> {
                done.put(model.name(), model);
                waiting.remove(model.name());
            });
        }
        return List.copyOf(done.values());
    }

    /** Notes what a rule of a site lacks: it is found by its header and read by its columns. */
    void checkRule(SqlModel rule) {
        for (String word : List.of("grain", "uses", "title", "weight")) {
            if (rule.sql().lines().noneMatch(line -> line.matches("-- " + word + ": *\\S.*"))) {
                report(
                        rule,
                        new Place(1, 1),
                        "HEADER_MISSING",
                        "首部缺少 -- " + word + ": 一行",
                        "补上（见 docs/ledgers.md 的“矛盾规则”）");
            }
        }
        String body = rule.sql().replaceAll("(?m)--.*$", "");
        int statement = body.strip().replaceAll(";$", "").indexOf(';');
        if (statement >= 0) {
            int line = (int) body.substring(0, body.indexOf(';')).lines().count();
            report(rule, new Place(line, 1), "SQL_STATEMENTS", "一个文件里写了不止一条 SQL", "只留一条 SELECT，分号之后的删去");
        }
        for (String column : COLUMNS) {
            if (!Pattern.compile("\\b" + column + "\\b").matcher(body).find()) {
                report(
                        rule,
                        new Place(1, 1),
                        "COLUMN_MISSING",
                        "没有给出列 '" + column + "'",
                        "SELECT 须给出 " + String.join("、", COLUMNS));
            }
        }
    }

    private void report(SqlModel model, Place place, String code, String cause, String remedy) {
        problems.error(model.file(), place, code, cause, remedy);
    }

    private void reportCycle(SqlModel model, Set<String> names) {
        problems.error(
                model.file(),
                new Place(1, 1),
                "MODEL_CYCLE",
                "模型互相引用成环：" + String.join("、", names),
                "改正各文件首部的 -- uses: 行");
    }

    /** Names after {@code -- uses:} in the header, which may go on over several comment lines. */
    private static List<String> uses(SqlModel model) {
        List<String> used = new ArrayList<>();
        boolean inUses = false;
        for (String line :
                model.sql().lines().takeWhile(one -> one.startsWith("--")).toList()) {
            String comment = line.substring(2).trim();
            inUses = comment.startsWith("uses:") || inUses && !comment.contains(":");
            if (inUses) {
                Arrays.stream(comment.replaceFirst("^uses:", "").split("[,\\s]+"))
                        .filter(name -> !name.isEmpty() && !name.equals(model.name()))
                        .forEach(used::add);
            }
        }
        return used;
    }
}
