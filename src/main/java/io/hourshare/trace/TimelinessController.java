package io.hourshare.trace;

import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.serve.ItemList;
import io.hourshare.serve.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The timeliness report over HTTP. */
@RestController
@Tag(name = "运行")
class TimelinessController {

    private static final int MOST = 366;

    private final Timeliness timeliness;

    TimelinessController(Timeliness timeliness) {
        this.timeliness = timeliness;
    }

    @GetMapping("/api/v1/timeliness")
    @Needs(Permission.READ_OPERATIONS)
    @Operation(summary = "各部门及时率", description = "unit 为 day、week 或 month；及时率 = 承诺期内发布的时段 ÷ 承诺已到期的时段，首次全量、免报时段不计")
    ItemList<Timeliness.Line> report(
            @RequestParam(defaultValue = "day") String unit, @RequestParam(defaultValue = "0") int periods) {
        TimeUnit known = TimeUnit.named(unit)
                .orElseThrow(() -> new RefusedException(
                        HttpStatus.UNPROCESSABLE_ENTITY, "unit-unknown", "参数有误", "unit 须为 day、week 或 month"));
        int wanted = periods < 1 ? known.usual() : Math.min(periods, MOST);
        return ItemList.whole(timeliness.of(known, wanted));
    }
}
