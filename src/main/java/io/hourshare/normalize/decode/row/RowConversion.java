package io.hourshare.normalize.decode.row;

import java.util.List;
import java.util.Set;

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

    /** Converts the records at these places of their object, and leaves all others alone. */
    static RowConversion only(RowConversion conversion, Set<Long> ordinals) {
        return new RowConversion() {
            @Override
            public List<String> columns() {
                return conversion.columns();
            }

            @Override
            public Share share() {
                Share share = conversion.share();
                return chunk -> {
                    for (int row = 0; row < chunk.rows(); row++) {
                        if (!ordinals.contains(chunk.first() + row)) {
                            chunk.damaged()[row] = true; // nothing of it is to be converted
                            chunk.fates()[row] = Fate.DROPPED;
                        }
                    }
                    share.convert(chunk);
                };
            }
        };
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
