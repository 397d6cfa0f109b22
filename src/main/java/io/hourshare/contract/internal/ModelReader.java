package io.hourshare.contract.internal;

import io.hourshare.contract.SqlModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts the SQL models of a folder in the order in which they use each other. */
final class ModelReader {

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
