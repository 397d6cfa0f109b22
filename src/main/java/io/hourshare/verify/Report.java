package io.hourshare.verify;

import java.time.Instant;
import java.util.List;

/**
 * The laws as they were counted.
 *
 * @param journalLines lines of the journal at that time
 * @param elapsedMillis how long it took
 */
public record Report(
        Level level, String home, Instant at, long journalLines, long elapsedMillis, List<LawResult> laws) {

    public Report {
        laws = List.copyOf(laws);
    }

    /** 0 all hold, 1 something wants looking at, 2 a law is broken, 3 something could not be checked. */
    public int exitCode() {
        if (laws.stream().anyMatch(law -> law.broken() > 0)) {
            return 2;
        }
        if (laws.stream().anyMatch(law -> !law.unchecked().isEmpty())) {
            return 3;
        }
        return laws.stream().anyMatch(law -> law.warnings() > 0) ? 1 : 0;
    }

    /** Everything found, the broken laws first. */
    public List<Finding> findings() {
        return laws.stream()
                .flatMap(law -> law.findings().stream())
                .sorted(java.util.Comparator.comparing(Finding::severity).reversed())
                .toList();
    }
}
