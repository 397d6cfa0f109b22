package io.hourshare.normalize.decode;

import java.util.List;

/** What becomes of decoded fields before they are handed over; each thread has one of its own. */
public interface RowConversion {

    /** Names of the columns that come out. */
    List<String> columns();

    /** Begins a thread's share. */
    Share share();

    /** One thread's share of the rows. */
    interface Share {

        /**
         * Converts a chunk, column by column.
         *
         * @param fields UTF-8 by source field and row, null where there is none
         * @param converted by column of {@link #columns} and row, to be filled
         * @param damaged by row, whether the record could not be read: then nothing is to be converted
         */
        void convert(byte[][][] fields, byte[][][] converted, boolean[] damaged, int rows);
    }

    /** Hands the fields over as they are. */
    static RowConversion none(List<String> fields) {
        return new RowConversion() {
            @Override
            public List<String> columns() {
                return fields;
            }

            @Override
            public Share share() {
                return (from, to, damaged, rows) -> {
                    for (int column = 0; column < from.length; column++) {
                        System.arraycopy(from[column], 0, to[column], 0, rows);
                    }
                };
            }
        };
    }
}
