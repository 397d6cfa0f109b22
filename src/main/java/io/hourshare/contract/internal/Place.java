package io.hourshare.contract.internal;

import org.yaml.snakeyaml.error.Mark;

/** Line and column, both from 1; {@link #FILE}, its beginning, where the file as a whole is meant. */
record Place(int line, int column) {

    static final Place FILE = new Place(1, 1);

    static Place of(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
