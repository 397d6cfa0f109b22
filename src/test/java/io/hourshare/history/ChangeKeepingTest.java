package io.hourshare.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.history.ChangeBatch.State;
import io.hourshare.history.ChangeRows.Row;
import io.hourshare.serve.RefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of changes stay few and go after their time; the feed stays the same to its last row. */
class ChangeKeepingTest {

    @TempDir
    Path home;

    private ManyHours hours;

    @BeforeEach
    void open() {
        hours = new ManyHours(home, "2026-10-30T20:05:00Z");
    }

    @AfterEach
    void close() {
        hours.close();
    }

    @Test
    void aDayAndThenAMonthThatIsOverBecomeOneFileAndTheFeedIsTheSame() {
        for (int hour = 0; hour < 6; hour++) {
            hours.publish(hour == 3 ? 0 : 5);
        }
        List<String> before = told("1.0");
        List<String> ofOne = ofOne();

        hours.keeping.keep();

        assertThat(hours.batches.all())
                .extracting(ChangeBatch::state)
                .containsExactly(State.GAP, State.FOLDED, State.FOLDED, State.FRESH, State.FRESH, State.FRESH);
        assertThat(told("1.0")).isEqualTo(before).hasSize(20);
        assertThat(told("2.3")).isEqualTo(before.subList(3, 20));
        assertThat(ofOne()).isEqualTo(ofOne);
        hours.pass(Duration.ofDays(2));
        hours.hour(5);
        hours.hour(0);
        assertThat(hours.files()).hasSize(2).first().asString().startsWith("000002-000006-");
        assertThat(told("1.0").subList(0, 20)).isEqualTo(before);
        hours.restart();
        assertThat(told("1.0").subList(0, 20)).isEqualTo(before);
        assertThat(ofOne()).containsAll(ofOne);
    }

    @Test
    void aCrashBeforeOrAfterTheJournalLineLosesNothingAndLeavesNothing() throws Exception {
        for (int hour = 0; hour < 6; hour++) {
            hours.publish(5);
        }
        List<String> before = told("1.0");
        hours.keeping.keep();
        String folded = hours.files().stream()
                .filter(file -> !file.contains("0badcafe"))
                .findFirst()
                .orElseThrow();
        long lines = hours.journal.lines().size();

        // The sources are still there, as after a crash before they were deleted; the fold is there, too.
        hours.restart();
        hours.keeping.keep();
        assertThat(hours.journal.lines()).hasSize((int) lines);
        assertThat(told("1.0")).isEqualTo(before);
        hours.pass(Duration.ofHours(1));
        hours.keeping.keep();
        assertThat(hours.files()).contains(folded).doesNotContain("000002-0badcafe.parquet");
        assertThat(told("1.0")).isEqualTo(before);

        // A file without its line counts for nothing and is written again.
        Path stray = home.resolve("lake/history").resolve("stray.parquet");
        Files.copy(home.resolve("lake/history").resolve(folded), stray, StandardCopyOption.REPLACE_EXISTING);
        hours.restart();
        assertThat(told("1.0")).isEqualTo(before);
    }

    @Test
    void whatIsOlderThanPromisedGoesAndWhoeverAsksForItIsToldToBeginAgain() {
        for (int hour = 0; hour < 6; hour++) {
            hours.hour(5);
        }
        hours.pass(Duration.ofDays(399));
        hours.hour(5);
        assertThat(told("2.0")).hasSize(30);

        hours.pass(Duration.ofDays(32));
        hours.hour(5);
        hours.hour(5);

        assertThat(hours.batches.all()).extracting(ChangeBatch::state).startsWith(State.GAP, State.EXPIRED);
        assertThat(hours.files()).noneMatch(file -> file.startsWith("000002"));
        assertThatThrownBy(() -> hours.feed().page("2.0", 10))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo("changes-expired"))
                .hasMessageContaining("400 天")
                .hasMessageContaining("/api/v1/changes/start");
        assertThat(told("6.5")).hasSize(15);
    }

    @Test
    void aPlaceIsAskedForAndOneThatCannotBeIsRefused() {
        hours.hour(0);
        hours.hour(5);

        assertThatThrownBy(() -> hours.feed().page(null, 10))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo("cursor-missing"));
        assertThatThrownBy(() -> hours.feed().page("9.0", 10)).hasMessageContaining("较早的备份");
        assertThatThrownBy(() -> hours.feed().page("0.0", 10)).hasMessageContaining("首次发布");
        assertThat(hours.feed().page("2.5", 10).next().toString())
                .as("a place of an earlier release")
                .matches("2\\.5\\.[0-9a-f]{8}");
    }

    @Test
    @Tag("F69")
    void aPlaceThatABackupHasUndoneIsKnownForWhatItIsAlthoughItsNumberIsGivenAgain(@TempDir Path elsewhere) {
        hours.hour(5);
        hours.hour(5);
        String before = hours.feed().page("1.0", 10).next().toString();
        try (ManyHours restored = new ManyHours(elsewhere, "2026-10-30T22:05:00Z")) {
            restored.hour(5);
            assertThatThrownBy(() -> restored.feed().page(before, 10))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.code()).isEqualTo("changes-ahead"));
            restored.hour(5);
            restored.hour(5);

            assertThatThrownBy(() -> restored.feed().page(before, 10))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.code()).isEqualTo("changes-undone"))
                    .hasMessageContaining("较早的备份")
                    .hasMessageContaining("/api/v1/changes/start");
        }
    }

    /** Everything after a place, page by page, each change with its place. */
    private List<String> told(String after) {
        List<String> told = new ArrayList<>();
        for (String cursor = after; ; ) {
            ChangeFeed.Page page = hours.feed().page(cursor, 7);
            page.rows().forEach(row -> told.add(text(row)));
            if (page.rows().isEmpty()) {
                return told;
            }
            cursor = page.next().toString();
        }
    }

    private List<String> ofOne() {
        return hours.rows.of("E39", hours.rows.kept(hours.batches.all())).stream()
                .map(ChangeKeepingTest::text)
                .toList();
    }

    private static String text(Row row) {
        return row.batch().number() + "." + row.number() + " " + row.enterpriseId() + " " + row.change();
    }
}
