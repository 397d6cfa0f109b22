package io.hourshare.web.console;

import io.hourshare.sheet.Sheet;
import io.hourshare.sheet.SheetFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A sheet as a file that the browser saves. */
final class Download {

    private Download() {}

    static ResponseEntity<StreamingResponseBody> of(Sheet sheet, String stem, String format) {
        SheetFormat known = SheetFormat.named(format).orElse(SheetFormat.XLSX);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, known.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + stem + "." + known.ending() + "\"")
                .body(out -> known.write(sheet, out));
    }
}
