package io.hourshare.retire;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.store.JournalLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StageResultsTest {

    private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");
    private static final String CURRENT = StageDone.current(FeedId.parse("tax.registration"));
    private static final List<String> STAGES =
            List.of(CURRENT, StageDone.current(FeedId.parse("tax.arrears")), StageDone.RESOLVE, StageDone.MERGE);

    private final StageResults results = new StageResults();
    private final List<JournalLine> lines = new ArrayList<>();

    @Test
    void whatIsForgottenWouldNeverHaveBeenNeeded() {
        Random random = new Random(11);
        for (int minute = 0; minute < 600; minute++) {
            done(STAGES.get(random.nextInt(STAGES.size())), START.plus(Duration.ofMinutes(minute)));
            Instant since = START.plus(Duration.ofMinutes(minute - 20));
            if (random.nextInt(4) == 0) {
                StageResults fresh = new StageResults();
                lines.forEach(fresh::apply);
                assertThat(results.needed(since)).isEqualTo(fresh.needed(since));
            }
        }
    }

    @Test
    void resultsOfHoursLongPastAreLetGo() {
        for (int hour = 0; hour < 500; hour++) {
            Instant at = START.plus(Duration.ofHours(hour));
            done(CURRENT, at);
            done(StageDone.RESOLVE, at);
            results.needed(at.minus(Duration.ofHours(6)));
        }

        assertThat(results.held()).isLessThan(30);
    }

    private void done(String stage, Instant at) {
        String name = "lake/" + stage + "/" + lines.size();
        Digest digest = Digest.of(name);
        JournalLine line = new JournalLine(
                lines.size() + 1,
                at,
                digest,
                new StageDone(stage, digest, List.of(name + "/records.parquet"), Map.of()));
        lines.add(line);
        results.apply(line);
    }
}
