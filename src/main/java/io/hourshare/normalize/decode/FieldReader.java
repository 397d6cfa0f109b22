package io.hourshare.normalize.decode;

/** Reads the fields of one record from its bytes; holds no state, so that threads may share it. */
@FunctionalInterface
interface FieldReader {

    void read(byte[] record, RowBuffer row);
}
