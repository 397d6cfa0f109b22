package io.hourshare.normalize.decode;

import java.util.List;

/** What becomes of decoded fields before they are handed over; each thread has one of its own. */
public interface RowConversion {

    /** Names of the columns that come out. */
    List<String> columns();

    /** Begins a thread's share. */
    Share share();

    /** One thread's share of the rows. */
    @FunctionalInterface
    interface Share {

        /** Converts a chunk, column by column. */
        void convert(RowChunk chunk);
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
                return chunk -> {
                    for (int column = 0; column < fields.size(); column++) {
                        System.arraycopy(chunk.fields()[column], 0, chunk.converted()[column], 0, chunk.rows());
                    }
                };
            }
        };
    }
}
