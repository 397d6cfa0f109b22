package io.hourshare.kernel;

/**
 * Where a record stands in a landed object: a range of bytes, or a row of a sheet.
 *
 * <p>{@code object} is the path below the data root. Its text form reads like a compiler's:
 * {@code landing/tax.credit-rating/…/list.csv:1024+87} or {@code landing/park.roster/…/roster.xlsx!名册!12}.
 */
public sealed interface RecordPosition {

    String object();

    /** Bytes {@code [offset, offset + length)} of the object as it landed. */
    record Bytes(String object, long offset, long length) implements RecordPosition {
        @Override
        public String toString() {
            return object + ":" + offset + "+" + length;
        }
    }

    /** One-based row of a named sheet. */
    record SheetRow(String object, String sheet, int row) implements RecordPosition {
        @Override
        public String toString() {
            return object + "!" + sheet + "!" + row;
        }
    }
}
