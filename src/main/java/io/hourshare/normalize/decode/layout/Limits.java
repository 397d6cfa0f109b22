package io.hourshare.normalize.decode.layout;

/**
 * What a landed object may ask of us at most; departments' bytes are not trusted.
 *
 * @param recordBytes size of one record
 * @param depth nesting of JSON or XML inside a record
 * @param columns columns of a table's header
 * @param archiveEntries entries of a workbook's archive
 * @param archiveBytes unpacked size of a workbook
 * @param archiveRatio unpacked size over packed size, for archives above one megabyte
 */
public record Limits(int recordBytes, int depth, int columns, int archiveEntries, long archiveBytes, int archiveRatio) {

    public static Limits standard() {
        return new Limits(8 << 20, 64, 4_096, 1_000, 2L << 30, 100);
    }
}
