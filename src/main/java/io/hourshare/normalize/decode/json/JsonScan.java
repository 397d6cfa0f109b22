package io.hourshare.normalize.decode.json;

import io.hourshare.normalize.decode.layout.FieldNames;
import io.hourshare.normalize.decode.row.CellMemory;
import io.hourshare.normalize.decode.row.RowBuffer;
import io.hourshare.normalize.decode.text.DamagedRecordException;
import io.hourshare.normalize.decode.text.EightBytes;
import io.hourshare.normalize.decode.text.JsonText;
import io.hourshare.normalize.fault.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One pass over the bytes of one JSON object. */
final class JsonScan {

    private static final byte[] EMPTY = {};

    private final byte[] bytes;
    private final FieldNames names;
    private final RowBuffer row;
    private final int depthLimit;
    private int at;
    private int last = FieldNames.NONE;

    JsonScan(byte[] bytes, FieldNames names, RowBuffer row, int depthLimit) {
        this.bytes = bytes;
        this.names = names;
        this.row = row;
        this.depthLimit = depthLimit;
    }

    /** The whole input must be one object. */
    void record() throws DamagedRecordException {
        blanks();
        object("", 1);
        blanks();
        if (at < bytes.length) {
            throw new DamagedRecordException(Reason.MALFORMED_RECORD);
        }
    }

    private void object(String path, int depth) throws DamagedRecordException {
        expect('{');
        blanks();
        if (take('}')) {
            return;
        }
        do {
            blanks();
            member(path, depth);
            blanks();
        } while (take(','));
        expect('}');
    }

    private void member(String path, int depth) throws DamagedRecordException {
        int expected = path.isEmpty() ? names.expectedAfter(last, bytes, at) : FieldNames.NONE;
        if (expected >= 0) {
            at += names.quotedLength(expected);
            named(expected, depth);
            return;
        }
        int start = at + 1;
        boolean escaped = skipText();
        String name = path + name(start, at - 1, escaped);
        int column = names.column(name);
        if (column >= 0) {
            names.came(column, last);
            named(column, depth);
            return;
        }
        names.unknown(name);
        colon();
        if (peek() == '{') {
            inner(name, depth);
        } else {
            skip(depth);
        }
    }

    private void named(int column, int depth) throws DamagedRecordException {
        colon();
        value(column, depth);
        last = column;
    }

    private void colon() throws DamagedRecordException {
        blanks();
        expect(':');
        blanks();
    }

    private void inner(String path, int depth) throws DamagedRecordException {
        if (names.isParent(path) && depth < depthLimit) {
            object(path + ".", depth + 1);
        } else {
            skip(depth);
        }
    }

    private void value(int column, int depth) throws DamagedRecordException {
        if (row.has(column)) {
            throw new DamagedRecordException(Reason.DUPLICATE_FIELD);
        }
        int start = at;
        if (peek() == '"') {
            boolean escaped = skipText();
            row.field(column, escaped ? JsonText.unescape(bytes, start + 1, at - 1) : text(column, start + 1, at - 1));
        } else if (peek() == '{' || peek() == '[') {
            skip(depth);
            row.field(column, copy(start, at));
        } else {
            literal();
            row.field(column, isNull(start) ? null : copy(start, at));
        }
    }

    private boolean isNull(int start) {
        return at - start == 4 && bytes[start] == 'n';
    }

    private byte[] text(int column, int from, int end) throws DamagedRecordException {
        CellMemory memory = row.memory();
        if (memory == null || from == end) {
            return from == end ? EMPTY : copy(from, end);
        }
        byte[] known = memory.text(column, bytes, from, end);
        if (known != null) {
            return known;
        }
        byte[] text = copy(from, end);
        memory.keep(column, bytes, from, end, text);
        return text;
    }

    private byte[] copy(int from, int end) throws DamagedRecordException {
        JsonText.check(bytes, from, end);
        return Arrays.copyOfRange(bytes, from, end);
    }

    private String name(int start, int end, boolean escaped) throws DamagedRecordException {
        byte[] name = escaped ? JsonText.unescape(bytes, start, end) : copy(start, end);
        return new String(name, StandardCharsets.UTF_8);
    }

    /** Passes a quoted text; answers whether it has escapes. */
    private boolean skipText() throws DamagedRecordException {
        expect('"');
        boolean escaped = false;
        at = EightBytes.quoteOrEscape(bytes, at, bytes.length);
        while (at < bytes.length) {
            if (bytes[at++] == '"') {
                return escaped;
            }
            escaped = true;
            at = EightBytes.quoteOrEscape(bytes, Math.min(at + 1, bytes.length), bytes.length);
        }
        throw new DamagedRecordException(Reason.MALFORMED_RECORD);
    }

    private void skip(int depth) throws DamagedRecordException {
        int open = 0;
        do {
            blanks();
            int next = peek();
            if (next == '"') {
                skipText();
            } else if (next == '{' || next == '[') {
                open++;
                at++;
                if (depth + open > depthLimit) {
                    throw new DamagedRecordException(Reason.NESTED_TOO_DEEP);
                }
            } else if (next == '}' || next == ']') {
                open--;
                at++;
            } else if (open > 0 && (next == ',' || next == ':')) {
                at++;
            } else {
                literal();
            }
        } while (open > 0);
    }

    private void literal() throws DamagedRecordException {
        int start = at;
        while (at < bytes.length && isLiteral(bytes[at])) {
            at++;
        }
        if (at == start) {
            throw new DamagedRecordException(Reason.MALFORMED_RECORD);
        }
    }

    private static boolean isLiteral(byte octet) {
        return octet >= '0' && octet <= '9'
                || octet >= 'a' && octet <= 'z'
                || octet >= 'A' && octet <= 'Z'
                || octet == '.'
                || octet == '-'
                || octet == '+';
    }

    private void blanks() {
        while (at < bytes.length && bytes[at] <= ' ' && bytes[at] > 0) {
            at++;
        }
    }

    private int peek() {
        return at < bytes.length ? bytes[at] : -1;
    }

    private boolean take(char expected) {
        if (peek() == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char expected) throws DamagedRecordException {
        if (!take(expected)) {
            throw new DamagedRecordException(Reason.MALFORMED_RECORD);
        }
    }
}
