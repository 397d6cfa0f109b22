package io.hourshare.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

    private static final WorkCalendar CALENDAR =
            new WorkCalendar(CatalogueReader.read(CatalogueSource.directory(Path.of(".")))
                    .catalogue()
                    .codeLists()
                    .get(WorkCalendar.LIST));

    @ParameterizedTest
    @CsvSource({
        "2026-02-10, 10, 2026-03-02",
        "2026-09-25, 10, 2026-10-15",
        "2026-11-20, 10, 2026-12-04",
        "2026-09-30, 1, 2026-10-08",
        "2026-02-13, 1, 2026-02-14",
        "2026-10-09, 1, 2026-10-10",
        "2026-05-01, 1, 2026-05-06"
    })
    void workingDaysPassOverHolidaysAndCountTheWeekendsWorkedInstead(LocalDate from, int days, LocalDate reached) {
        assertThat(CALENDAR.plus(from, days)).isEqualTo(reached);
        assertThat(CALENDAR.between(from, reached)).isEqualTo(days);
    }

    @Test
    void theYear2026HasAsManyWorkingDaysAsTheNoticeLeaves() {
        assertThat(CALENDAR.between(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 12, 31)))
                .isEqualTo(248);
    }

    @Test
    void aYearWithoutAFileHasItsWeekendsOnlyAndSaysSo() {
        assertThat(CALENDAR.knows(2031)).isFalse();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2031, 10, 1))).isTrue();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2031, 10, 4))).isFalse();
    }
}
