package io.hourshare.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.kernel.HourWindow;
import io.hourshare.kernel.SteppedClock;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The report against a query over the journal's lines that shares no code with it. */
class TimelinessTest {

    private static final Catalogue CATALOGUE =
            CatalogueReader.read(CatalogueSource.embedded()).catalogue();
    private static final HourWindow START = HourWindow.parse("2026-11-16T20Z");
    private static final int HOURS = 100;

    @TempDir
    private Path folder;

    private final SteppedClock clock = new SteppedClock(START.end());
    private DataRoot root;
    private Journal journal;

    @BeforeEach
    void live() {
        root = DataRoot.open(folder);
        journal = Journal.open(root, clock);
        TimelinessTown.live(journal, clock, START, HOURS);
    }

    @AfterEach
    void close() {
        root.close();
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithAQueryOverTheJournal(TimeUnit unit) {
        Map<String, String> reported = new TreeMap<>();
        new Timeliness(CATALOGUE, new BatchTraces(journal), clock)
                .of(unit, 30)
                .forEach(line -> reported.put(
                        line.department() + " " + line.period(),
                        line.due() + " " + line.onTime() + " " + line.late() + " " + line.missing()));

        assertThat(reported)
                .isEqualTo(TimelinessTown.queried(folder, CATALOGUE, clock.instant(), unit))
                .hasSizeGreaterThan(unit == TimeUnit.DAY ? 8 : 1);
        assertThat(String.join(",", reported.values())).containsPattern(" [1-9]\\d* [1-9]\\d*( |$)");
    }

    @Test
    void countsTheSameHoursByWeekAndMonth() {
        Timeliness timeliness = new Timeliness(CATALOGUE, new BatchTraces(journal), clock);

        for (TimeUnit unit : TimeUnit.values()) {
            assertThat(timeliness.of(unit, 30).stream()
                            .mapToLong(Timeliness.Line::due)
                            .sum())
                    .as(unit.name())
                    .isEqualTo(timeliness.of(TimeUnit.DAY, 30).stream()
                            .mapToLong(Timeliness.Line::due)
                            .sum());
        }
        assertThat(timeliness.of(TimeUnit.WEEK, 1).get(0).period()).isEqualTo(LocalDate.parse("2026-11-16"));
    }
}
