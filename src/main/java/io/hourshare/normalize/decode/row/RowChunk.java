package io.hourshare.normalize.decode.row;

import io.hourshare.normalize.fault.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Rows between decoding and handing over.
 *
 * @param fields UTF-8 by source field and row, null where there is none
 * @param damaged by row, whether the record could not be read: then nothing is to be converted
 * @param notes by row, what is to be said of the record as a whole
 * @param converted by column of {@link RowConversion#columns} and row, to be filled
 * @param fates by row, to be set where a row is not kept; one that is not kept beforehand is to be left alone
 * @param first place of the first row in its object
 */
@SuppressWarnings("ArrayRecordComponent") // shared with the buffer that owns them, never compared
public record RowChunk(
        byte[][][] fields,
        boolean[] damaged,
        @Nullable Reason[] notes,
        byte[][][] converted,
        Fate[] fates,
        long first,
        int rows) {}
