package io.hourshare.correct;

import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.ledger.CaseDesk;
import io.hourshare.ledger.CaseQuery;
import io.hourshare.ledger.CaseView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is to be sent to departments; opening and handling go over the ledger. */
@RestController
@RequestMapping("/api/v1/corrections")
@Tag(name = "台账")
class CorrectionController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final CaseDesk desk;
    private final CorrectionSheets sheets;

    CorrectionController(CaseDesk desk, CorrectionSheets sheets) {
        this.desk = desk;
        this.sheets = sheets;
    }

    @GetMapping("/{department}/export")
    @Needs(Permission.HANDLE_CASES)
    @Operation(summary = "导出某部门待核实的校核单（xlsx）", description = "每个数据源一张表，列名用该部门系统自己的字段名，另留空列供填写核实结果")
    ResponseEntity<byte[]> export(@PathVariable String department) {
        List<CaseView> open =
                desk.list(CaseQuery.open(CorrectionIntake.LEDGER, Map.of("department", department)), null);
        String name = ContentDisposition.attachment()
                .filename("corrections-" + department.replaceAll("[^a-z0-9-]", "") + ".xlsx")
                .build()
                .toString();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name)
                .header(HttpHeaders.CONTENT_TYPE, XLSX)
                .body(sheets.workbook(open));
    }
}
