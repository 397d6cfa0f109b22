package io.hourshare.normalize.decode.xml;

import io.hourshare.normalize.decode.text.ByteWindow;
import java.io.IOException;
import java.util.Locale;

/** The letters of an XML document; inside a document that stands escaped in a text, those that the escapes stand for. */
final class XmlLetters {

    private static final int LONGEST_ESCAPE = 8;
    private static final int NONE = Integer.MIN_VALUE;

    private final ByteWindow window;
    private boolean escaped;
    private int ahead = NONE;
    private int taken;

    XmlLetters(ByteWindow window) {
        this.window = window;
    }

    /** Whether the letters are those of a document inside a text, until that text ends. */
    boolean escaped() {
        return escaped;
    }

    /** Bytes that the letter read last took. */
    int taken() {
        return taken;
    }

    int read() throws IOException {
        if (ahead != NONE) {
            int letter = ahead;
            ahead = NONE;
            return letter;
        }
        taken = 1;
        return escaped ? unescaped() : window.read();
    }

    int peek() throws IOException {
        if (ahead == NONE && !escaped) {
            return window.peek();
        }
        if (ahead == NONE) {
            ahead = unescaped();
        }
        return ahead;
    }

    /**
     * Whether the letter just read, first of a text, begins an escaped bracket with markup behind it; then what follows
     * is read as that document.
     */
    boolean beginsDocument(int octet) throws IOException {
        if (octet != '&' || escaped) {
            return false;
        }
        long from = window.offset() - 1;
        if (escape() != '<') {
            return false;
        }
        taken = (int) (window.offset() - from);
        int second = window.peek();
        escaped = second == '?' || second == '!' || second == '_' || Character.isLetter(second);
        return escaped;
    }

    static boolean isBlank(int octet) {
        return octet >= 0 && octet <= ' ' || octet == 0xEF || octet == 0xBB || octet == 0xBF; // a byte order mark too
    }

    private int unescaped() throws IOException {
        int octet = window.read();
        taken = 1;
        if (octet == '<') {
            escaped = false; // the text is over
        } else if (octet == '&') {
            long from = window.offset() - 1;
            octet = escape();
            taken = (int) (window.offset() - from);
        }
        return octet;
    }

    /** The letter that an escape stands for, whose ampersand has been read; a blank where it is none of markup. */
    private int escape() throws IOException {
        StringBuilder name = new StringBuilder();
        int next = window.peek();
        while (name.length() < LONGEST_ESCAPE && next > ' ' && next != ';' && next != '<' && next != '&') {
            name.append((char) window.read());
            next = window.peek();
        }
        if (next == ';') {
            window.read();
        }
        return switch (name.toString().toLowerCase(Locale.ROOT)) {
            case "lt", "#60", "#x3c" -> '<';
            case "gt", "#62", "#x3e" -> '>';
            case "quot", "#34", "#x22" -> '"';
            case "apos", "#39", "#x27" -> '\'';
            case "amp", "#38", "#x26" -> '&';
            default -> ' ';
        };
    }
}
