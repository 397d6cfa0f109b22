package io.hourshare.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.sandbox.DirtKinds;
import io.hourshare.sandbox.SandboxTown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the lake says is wrong with a feed's records, in quarantine and in warnings. */
record LakeFaults(Engine engine, Path home) {

    private static final int SEVERAL = 3;

    /** Kinds of dirt of which the town sent several records, each found under a reason of its own. */
    Set<String> kinds(String feed, SandboxTown town) throws IOException {
        Set<String> reasons = reasons(feed);
        Map<String, Long> planted = town.truth(feed)
                .filter(record -> record.smudges().size() == 1)
                .collect(Collectors.groupingBy(
                        record -> record.smudges().iterator().next(), Collectors.counting()));
        planted.entrySet()
                .removeIf(kind -> kind.getValue() < SEVERAL
                        || DirtKinds.reasons(feed, kind.getKey()).isEmpty());
        planted.forEach((kind, records) -> assertThat(reasons)
                .as("%s: %d records of %s", feed, records, kind)
                .containsAnyElementsOf(DirtKinds.reasons(feed, kind)));
        return planted.keySet();
    }

    private Set<String> reasons(String feed) throws IOException {
        Set<String> reasons = new TreeSet<>(read("quarantine", feed, "details"));
        reasons.addAll(read("normalized", feed, "_warnings"));
        return reasons;
    }

    private Set<String> read(String part, String feed, String column) throws IOException {
        Path folder = home.resolve("lake").resolve(part).resolve(feed);
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Session session = engine.open()) {
            return new TreeSet<>(session.query(
                    "select distinct json_extract_string(fault, '$.reason') from (select unnest(cast(" + column
                            + " as json[])) as fault from read_parquet('" + folder
                            + "/**/*.parquet', union_by_name = true) where " + column + " is not null)",
                    row -> row.getString(1)));
        }
    }
}
