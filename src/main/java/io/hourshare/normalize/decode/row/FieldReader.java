package io.hourshare.normalize.decode.row;

/** Reads the fields of one record from its bytes; holds no state, so that threads may share it. */
@FunctionalInterface
public interface FieldReader {

    void read(byte[] record, RowBuffer row);
}
