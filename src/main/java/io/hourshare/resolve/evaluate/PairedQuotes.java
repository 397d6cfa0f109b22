package io.hourshare.resolve.evaluate;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Watches the quotes of a CSV file that is being read. One that is not closed makes the lines behind it, to the next
 * quote or to the end, a part of its field: rows would be gone and nobody told.
 */
final class PairedQuotes extends FilterReader {

    private enum Place {
        BEGIN,
        PLAIN,
        QUOTED,
        CLOSED
    }

    private Place place = Place.BEGIN;
    private char before;
    private long line = 1;
    private long opened;
    private long unpaired;

    PairedQuotes(Reader reader) {
        super(reader);
    }

    /** The line whose quote has no other, as far as was read; 0 where there is none. */
    long unpaired() {
        return unpaired;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int from, int most) throws IOException {
        int count = super.read(buffer, from, most);
        for (int at = from; at < from + count; at++) {
            watch(buffer[at]);
        }
        if (count < 0 && place == Place.QUOTED) {
            missAt(opened);
        }
        return count;
    }

    private void watch(char read) {
        boolean end = read == '\n' || read == '\r';
        place = switch (place) {
            case BEGIN, PLAIN -> outside(read, end);
            case QUOTED -> read == '"' ? Place.CLOSED : Place.QUOTED;
            case CLOSED -> read == '"' ? Place.QUOTED : behind(read, end);
        };
        if (end && !(read == '\n' && before == '\r')) {
            line++;
        }
        before = read;
    }

    private Place outside(char read, boolean end) {
        if (read == '"' && place == Place.BEGIN) {
            opened = line;
            return Place.QUOTED;
        }
        return end || read == ',' ? Place.BEGIN : Place.PLAIN;
    }

    /** Text behind a closing quote: where the field began lines above, the quote was the first of another field. */
    private Place behind(char read, boolean end) {
        if (end || read == ',') {
            return Place.BEGIN;
        }
        if (line > opened) {
            missAt(opened);
        }
        return Place.PLAIN;
    }

    private void missAt(long where) {
        unpaired = unpaired == 0 ? where : unpaired;
    }
}
