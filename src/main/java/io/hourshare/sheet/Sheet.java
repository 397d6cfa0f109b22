package io.hourshare.sheet;

import java.util.List;

/**
 * A table for people: every cell is text as it stands, so that codes of digits stay codes.
 *
 * @param title name of the sheet
 * @param rows cells by column; numbers as {@link Number}, everything else as text
 * @param notes what somebody must know who finds the file a year on: data time, who took it, for what
 */
public record Sheet(String title, List<String> columns, List<List<Object>> rows, List<String> notes) {

    public Sheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }
}
