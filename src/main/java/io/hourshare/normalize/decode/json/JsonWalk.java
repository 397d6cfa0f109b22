package io.hourshare.normalize.decode.json;

import io.hourshare.normalize.decode.layout.FieldNames;
import io.hourshare.normalize.decode.text.ByteWindow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Steps through the structure of a JSON document in a window, without keeping values. */
final class JsonWalk {

    private static final int NAME_LIMIT = 1_000;

    /** Nothing that opens or closes. */
    private static final boolean[] BETWEEN = ByteWindow.allBut("\"{}[]");

    /** Nothing that ends or escapes a text. */
    private static final boolean[] INSIDE = ByteWindow.allBut("\"\\");

    private final ByteWindow window;
    private final boolean doubleByte;

    /** @param doubleByte whether a high byte takes the next one with it, which may look like a quote's escape */
    JsonWalk(ByteWindow window, boolean doubleByte) {
        this.window = window;
        this.doubleByte = doubleByte;
    }

    /** Next byte that is no blank, not yet read; a byte order mark is a blank. */
    int peek() throws IOException {
        int octet = window.peek();
        while (octet <= ' ' && octet >= 0 || octet == 0xef || octet == 0xbb || octet == 0xbf) {
            window.read();
            octet = window.peek();
        }
        return octet;
    }

    boolean take(char expected) throws IOException {
        if (peek() != expected) {
            return false;
        }
        window.read();
        return true;
    }

    /** A member's name; escapes stay as they are. */
    String name() throws IOException {
        window.read();
        byte[] name = new byte[NAME_LIMIT];
        int length = 0;
        int octet = window.read();
        while (octet != '"' && octet != ByteWindow.END) {
            if (length < NAME_LIMIT) {
                name[length++] = (byte) octet;
            }
            octet = octet == '\\' ? window.read() : octet;
            octet = octet == ByteWindow.END ? octet : window.read();
        }
        return new String(name, 0, length, StandardCharsets.UTF_8);
    }

    /** Passes the object that begins here; answers how many of its members are fields. */
    int fields(FieldNames names) throws IOException {
        window.read();
        int fields = 0;
        while (peek() == '"') {
            fields += isField(names, name()) ? 1 : 0;
            if (!take(':')) {
                return fields;
            }
            skipValue();
            take(',');
        }
        take('}');
        return fields;
    }

    static boolean isField(FieldNames names, String name) {
        return names.column(name) != FieldNames.NONE || names.isParent(name);
    }

    /** Passes one value; answers whether it was closed before the end. Numbers and words end where others begin. */
    boolean skipValue() throws IOException {
        int first = peek();
        if (first == '"') {
            window.read();
            return skipText();
        }
        if (first == '{' || first == '[') {
            window.read();
            return closeBrackets(1);
        }
        int octet = first;
        while (octet != ByteWindow.END && octet > ' ' && octet != ',' && octet != '}' && octet != ']') {
            window.read();
            octet = window.peek();
        }
        return octet != ByteWindow.END;
    }

    /** Reads on until so many brackets are closed; answers whether they were before the end. */
    boolean closeBrackets(int open) throws IOException {
        int left = open;
        while (left > 0) {
            window.skip(BETWEEN, false);
            int octet = window.read();
            switch (octet) {
                case '"' -> {
                    if (!skipText()) {
                        return false;
                    }
                }
                case '{', '[' -> left++;
                case '}', ']' -> left--;
                case ByteWindow.END -> {
                    return false;
                }
                default -> {
                    // nothing that opens or closes
                }
            }
        }
        return true;
    }

    private boolean skipText() throws IOException {
        while (true) {
            if (doubleByte) {
                window.skip(INSIDE, true);
            } else {
                window.skipQuoted();
            }
            int octet = window.read();
            if (octet == '"') {
                return true;
            }
            if (octet == ByteWindow.END) {
                return false;
            }
            if (octet == '\\' || doubleByte && octet >= 0x81) {
                window.read();
            }
        }
    }
}
