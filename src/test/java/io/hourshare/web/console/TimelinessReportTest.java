package io.hourshare.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Departments;
import io.hourshare.kernel.HourWindow;
import io.hourshare.kernel.SteppedClock;
import io.hourshare.serve.ServingApplication;
import io.hourshare.store.Journal;
import io.hourshare.trace.TimeUnit;
import io.hourshare.trace.TimelinessTown;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures that a department gets in its workbook, opened again, against a query over the journal's lines. */
class TimelinessReportTest {

    private static final List<String> COLUMNS = List.of("起始日期", "部门", "应发布时段", "按时", "迟发", "缺数", "及时率（%）");

    @Test
    void theWorkbookSaysWhatTheJournalHas(@TempDir Path home) throws Exception {
        try (ServingApplication application =
                ServingApplication.demonstration(home).enter()) {
            SteppedClock clock = (SteppedClock) application.context().getBean(Clock.class);
            Catalogue catalogue = application.context().getBean(Catalogue.class);
            TimelinessTown.live(
                    application.context().getBean(Journal.class), clock, HourWindow.parse("2026-11-22T04Z"), 60);
            for (TimeUnit unit : TimeUnit.values()) {
                Map<String, String> meant = new TreeMap<>();
                TimelinessTown.queried(home.resolve("data"), catalogue, clock.instant(), unit)
                        .forEach((where, figures) -> meant.put(titled(where, catalogue), withRate(figures)));

                assertThat(written(application, unit))
                        .as(unit.name())
                        .isEqualTo(meant)
                        .isNotEmpty();
            }
        }
    }

    private static Map<String, String> written(ServingApplication application, TimeUnit unit) throws Exception {
        byte[] book = application.bytesOpenly(
                "/console/timeliness/export?unit=" + unit.name().toLowerCase(Locale.ROOT));
        Map<String, String> written = new TreeMap<>();
        try (ReadableWorkbook opened = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            List<Row> rows = opened.getFirstSheet().read();
            assertThat(texts(rows.get(0))).isEqualTo(COLUMNS);
            rows.stream()
                    .map(TimelinessReportTest::texts)
                    .filter(cells -> cells.get(0).matches("\\d{4}-\\d\\d-\\d\\d"))
                    .forEach(cells ->
                            written.put(cells.get(1) + " " + cells.get(0), String.join(" ", cells.subList(2, 7))));
        }
        return written;
    }

    private static String titled(String departmentAndPeriod, Catalogue catalogue) {
        String[] parts = departmentAndPeriod.split(" ");
        return new Departments(catalogue).title(parts[0]) + " " + parts[1];
    }

    private static String withRate(String figures) {
        String[] parts = figures.split(" ");
        return figures + " " + Math.round(1000.0 * Long.parseLong(parts[1]) / Long.parseLong(parts[0])) / 10.0;
    }

    private static List<String> texts(Row row) {
        return row.stream().map(cell -> cell == null ? "" : cell.getText()).toList();
    }
}
