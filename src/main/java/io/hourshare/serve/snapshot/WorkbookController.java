package io.hourshare.serve.snapshot;

import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.access.ReadLog;
import io.hourshare.publish.AnalystWorkbook;
import io.hourshare.publish.Snapshot;
import io.hourshare.serve.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Gives analysts tables of the served snapshot as a workbook. */
@RestController
@RequestMapping({"/api/v1/snapshots", "/console/snapshots"}) // the same for machines and for people
@Needs(Permission.DOWNLOAD)
@Tag(name = "快照", description = "正在对外服务的数据版本")
class WorkbookController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ServedSnapshots snapshots;
    private final AnalystWorkbook workbook;
    private final ReadLog reads;

    WorkbookController(ServedSnapshots snapshots, AnalystWorkbook workbook, ReadLog reads) {
        this.snapshots = snapshots;
        this.workbook = workbook;
        this.reads = reads;
    }

    @GetMapping("/current/workbook")
    @Operation(summary = "导出 xlsx", description = "分析文件中的表，每表一页，另附字典与来源；代码为文本。table 可写多个，缺省 enterprise。")
    ResponseEntity<StreamingResponseBody> workbook(@RequestParam(defaultValue = "enterprise") List<String> table) {
        Snapshot snapshot = snapshots.current().snapshot();
        Set<String> known = workbook.tables(snapshot.analystFile()).keySet();
        table.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new RefusedException(
                    HttpStatus.BAD_REQUEST, "no-such-table", "没有这张表", "没有表 " + name + "；可选：" + String.join("、", known));
        });
        reads.note(ReadLog.Reading.DOWNLOADED, String.join(",", table), "");
        String name = "hourshare-" + snapshot.hour().label() + ".xlsx";
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(out -> workbook.write(snapshot.analystFile(), table, out));
    }
}
