package io.hourshare.web.console;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.sheet.Sheet;
import io.hourshare.trace.TimeUnit;
import io.hourshare.trace.Timeliness;
import io.hourshare.trace.Timeliness.Line;
import io.hourshare.web.ShownTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** How punctual each department is: on the screen, on A4, as a workbook. */
@Controller
@RequestMapping("/console/timeliness")
@Needs(Permission.READ_OPERATIONS)
class TimelinessPageController {

    private static final List<String> COLUMNS = List.of("起始日期", "部门", "应发布时段", "按时", "迟发", "缺数", "及时率（%）");

    private final Timeliness timeliness;
    private final Clock clock;

    TimelinessPageController(Timeliness timeliness, Clock clock) {
        this.timeliness = timeliness;
        this.clock = clock;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "day") String unit, Model model) {
        TimeUnit known = TimeUnit.named(unit).orElse(TimeUnit.DAY);
        model.addAttribute("units", TimeUnit.values());
        model.addAttribute("unit", known);
        model.addAttribute("lines", timeliness.of(known, known.usual()));
        model.addAttribute("printed", ShownTime.minute(clock.instant()));
        return "console/timeliness";
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@RequestParam(defaultValue = "day") String unit) {
        TimeUnit known = TimeUnit.named(unit).orElse(TimeUnit.DAY);
        List<List<Object>> rows = timeliness.of(known, known.usual()).stream()
                .map(TimelinessPageController::row)
                .toList();
        List<String> notes = List.of(
                "及时率 = 承诺期内发布的时段 ÷ 承诺已到期的时段；首次全量、免报的时段不计。",
                "按" + known.title() + "统计，时间均为北京时间，截至 " + ShownTime.minute(clock.instant()),
                "导出人 " + Caller.current().map(Caller::name).orElse(""));
        Sheet sheet = new Sheet("及时率", COLUMNS, rows, notes);
        return Download.of(sheet, "timeliness-" + known.name().toLowerCase(Locale.ROOT), "xlsx");
    }

    private static List<Object> row(Line line) {
        List<Object> row = new ArrayList<>(List.of(
                line.period().toString(), line.title(), line.due(), line.onTime(), line.late(), line.missing()));
        Double rate = line.rate();
        row.add(rate == null ? "" : rate);
        return row;
    }
}
