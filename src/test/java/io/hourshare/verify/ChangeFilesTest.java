package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.history.ManyHours;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeFilesTest {

    @TempDir
    Path home;

    @Test
    void foldedAndExpiredChangesAreNotMissedAndLostOnesAre() throws Exception {
        try (ManyHours hours = new ManyHours(home, "2025-03-01T20:05:00Z")) {
            for (int hour = 0; hour < 6; hour++) {
                hours.hour(3);
            }
            hours.pass(Duration.ofDays(440));
            for (int hour = 0; hour < 6; hour++) {
                hours.hour(3);
            }

            assertThat(TownCopies.verify(home, Law.VERSIONS, Level.FULL).findings())
                    .isEmpty();

            String lost = hours.files().get(0);
            Files.delete(home.resolve("lake/history").resolve(lost));

            assertThat(TownCopies.verify(home, Law.VERSIONS, Level.FULL).findings())
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.file()).endsWith(lost);
                        assertThat(finding.found()).isEqualTo("文件不存在");
                        assertThat(finding.expected()).endsWith("项变动");
                    });
        }
    }
}
