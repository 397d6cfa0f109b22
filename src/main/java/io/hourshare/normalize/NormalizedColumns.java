package io.hourshare.normalize;

import java.util.List;

/** Columns that every normalized record carries before its canonical ones. */
public final class NormalizedColumns {

    /** Business key: the canonical values of the contract's key fields, joined by {@code |}. */
    public static final String KEY = "_key";

    /** Digest over the canonical content, 32 hexadecimal digits: equal means an exact duplicate. */
    public static final String HASH = "_hash";

    /** {@code U} the record is so, {@code D} the record is gone. */
    public static final String OPERATION = "_op";

    /** Version of the record in the source, UTC; the window's end where the source gives none. */
    public static final String SOURCE_TIME = "_source_time";

    /** Landed object, path below the data root. */
    public static final String OBJECT = "_object";

    /** First byte of the record in the object; null for sheets. */
    public static final String OFFSET = "_offset";

    /** Bytes of the record; null for sheets. */
    public static final String LENGTH = "_length";

    /** Sheet of a workbook; null otherwise. */
    public static final String SHEET = "_sheet";

    /** One-based row of the sheet, or line of a text file where known. */
    public static final String ROW = "_row";

    /** Sheet only: JSON object from source field to column letter. */
    public static final String CELLS = "_cells";

    /** Place of the record in the object, from 0. */
    public static final String ORDINAL = "_ordinal";

    /** JSON array of {@code {"field","reason","raw"}} for optional values that were emptied; null where none. */
    public static final String WARNINGS = "_warnings";

    /** Window start, UTC; only in current records. */
    public static final String WINDOW = "_window";

    /** Version of the feed's mapping that made the record; only in current records. */
    public static final String MAPPING = "_mapping";

    /** In the order of the files. */
    public static final List<String> ALL =
            List.of(KEY, HASH, OPERATION, SOURCE_TIME, OBJECT, OFFSET, LENGTH, SHEET, ROW, CELLS, ORDINAL, WARNINGS);

    private NormalizedColumns() {}
}
