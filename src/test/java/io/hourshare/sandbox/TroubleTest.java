package io.hourshare.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TroubleTest {

    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-11-22T03:10:00Z"), ZoneOffset.UTC);
    private static final String PAGE = "/completion?pageNo=1&pageSize=100";

    @TempDir
    private static Path folder;

    private static SandboxTown town;

    @BeforeAll
    static void start() {
        SandboxSettings settings =
                SandboxSettings.usual(folder).withSize(300, 60).with("tax", Trouble.OFF);
        town = SandboxTown.start(settings, MORNING);
    }

    @AfterEach
    void mend() {
        SandboxTown.DEPARTMENTS.forEach(department -> town.trouble(department, Trouble.NONE));
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    @Tag("F32")
    void switchesADepartmentOffAndOnWhileTheOthersAnswer() throws Exception {
        town.trouble("tax", Trouble.OFF);
        assertThatThrownBy(() -> ExchangeDatabaseTest.column(town, "tax", "select DJXH from V_DJ_NSRXX"))
                .isInstanceOf(SQLException.class);
        assertThat(ExchangeDatabaseTest.column(town, "market-regulation", "select PRIPID from E_BASEINFO"))
                .isNotEmpty();

        town.trouble("tax", Trouble.NONE);
        assertThat(ExchangeDatabaseTest.column(town, "tax", "select DJXH from V_DJ_NSRXX"))
                .isNotEmpty();
    }

    @Test
    void breaksAnswersOffInTheMiddle() {
        town.trouble("housing", Trouble.BROKEN);

        assertThatThrownBy(() -> new SignedCalls(town.sources(), MORNING).get("housing", PAGE))
                .isInstanceOf(IOException.class);
    }

    @Test
    void letsCallersOfASlowDepartmentWait() throws Exception {
        town.trouble("housing", Trouble.slow(Duration.ofMillis(300)));

        long before = System.nanoTime();
        assertThat(new SignedCalls(town.sources(), MORNING).get("housing", PAGE).statusCode())
                .isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void cutsWorkbooksOfABrokenDepartmentAndMendsThem() throws IOException {
        Path roster =
                Path.of(town.sources().get("hourshare.sources.park.folder")).resolve("roster-20261122.xlsx");
        long whole = Files.size(roster);

        town.trouble("park", Trouble.BROKEN);
        assertThat(Files.size(roster)).isLessThan(whole);

        town.trouble("park", Trouble.NONE);
        assertThat(Files.size(roster)).isEqualTo(whole);
    }

    @Test
    void takesAwayTheFolderOfADepartmentThatIsOff() {
        Path park = Path.of(town.sources().get("hourshare.sources.park.folder"));

        town.trouble("park", Trouble.OFF);
        assertThat(park).doesNotExist();

        town.trouble("park", Trouble.NONE);
        assertThat(park).isNotEmptyDirectory();
    }
}
