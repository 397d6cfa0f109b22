package io.hourshare.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a table is written as. */
public enum SheetFormat {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv;charset=UTF-8");

    private final String mediaType;

    SheetFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** By its lower-case name, which is also the file's ending. */
    public static Optional<SheetFormat> named(String word) {
        return Arrays.stream(values())
                .filter(format -> format.ending().equals(word))
                .findFirst();
    }

    public String mediaType() {
        return mediaType;
    }

    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    public void write(Sheet sheet, OutputStream out) throws IOException {
        if (this == CSV) {
            SheetFiles.writeCsv(sheet, out);
        } else {
            SheetFiles.writeXlsx(sheet, out);
        }
    }
}
