package io.hourshare.normalize.decode.row;

/** One record cut out of its object; reading its fields needs nothing but itself, so any thread may do it. */
@FunctionalInterface
public interface RawRecord {

    /** Puts position and fields into the row that the buffer has just begun. */
    void read(RowBuffer row);

    /** About how many bytes it holds. */
    default int weight() {
        return 0;
    }
}
