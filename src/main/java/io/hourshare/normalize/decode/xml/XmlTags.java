package io.hourshare.normalize.decode.xml;

import io.hourshare.normalize.decode.text.ByteWindow;
import io.hourshare.normalize.decode.text.UnreadableObjectException;
import io.hourshare.normalize.fault.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Steps through the tags of an XML document; the mark stands before the tag that was read last. A whole document as
 * text inside another, in CDATA or escaped, is read as markup.
 */
final class XmlTags {

    private static final int NAME_LIMIT = 200;
    private static final int OTHER_LIMIT = 4000;

    private final ByteWindow window;
    private final XmlLetters letters;
    private final StringBuilder other = new StringBuilder();
    private boolean marking = true;
    private boolean fresh;
    private boolean keeping;

    XmlTags(ByteWindow window) {
        this.window = window;
        this.letters = new XmlLetters(window);
    }

    /**
     * A tag by its local name.
     *
     * @param escaped whether it stands in a document that is text inside another
     */
    record Tag(String name, boolean opens, boolean closes, boolean escaped) {}

    /** Whether each tag moves the mark; not inside a record, whose beginning must stay. */
    void marking(boolean each) {
        marking = each;
    }

    /** Beginning of a text outside records that may hold some as JSON or escaped twice; empty where none is. */
    String other() {
        return other.toString();
    }

    /** The next tag, or null at the end; comments, processing instructions and CDATA are passed. */
    @Nullable
    Tag next() throws IOException {
        while (true) {
            int octet = letters.read();
            if (octet == ByteWindow.END) {
                return null;
            }
            if (octet == '<' || marking && fresh && letters.beginsDocument(octet)) {
                if (marking) {
                    window.mark(letters.taken());
                }
                fresh = false;
                int second = letters.peek();
                if (second == '?') {
                    skipPast("?>");
                } else if (second == '!') {
                    declaration();
                } else {
                    return tag();
                }
            } else if (fresh && !XmlLetters.isBlank(octet)) {
                fresh = false;
                keepOther(octet);
            }
        }
    }

    private Tag tag() throws IOException {
        boolean escaped = letters.escaped();
        boolean closing = letters.peek() == '/';
        if (closing) {
            letters.read();
        }
        byte[] name = new byte[NAME_LIMIT];
        int length = 0;
        int octet = letters.read();
        while (octet > ' ' && octet != '>' && octet != '/') {
            if (octet == ':') {
                length = 0;
            } else if (length < NAME_LIMIT) {
                name[length++] = (byte) octet;
            }
            octet = letters.read();
        }
        boolean empty = toTagEnd(octet);
        fresh = true;
        String local = new String(name, 0, length, StandardCharsets.UTF_8);
        return new Tag(local, !closing, closing || empty, escaped);
    }

    /** Reads past the tag's end; answers whether it closes itself. */
    private boolean toTagEnd(int from) throws IOException {
        int previous = 0;
        int octet = from;
        while (octet != '>') {
            if (octet == ByteWindow.END) {
                throw new UnreadableObjectException(Reason.TRUNCATED, window.offset(), "");
            }
            if (octet == '"' || octet == '\'') {
                skipPast(octet == '"' ? "\"" : "'");
            }
            previous = octet;
            octet = letters.read();
        }
        return previous == '/';
    }

    /** Comment or CDATA; anything else that begins so declares types or entities, which nobody needs to send. */
    private void declaration() throws IOException {
        letters.read();
        int octet = letters.read();
        if (octet == '-') {
            letters.read();
            skipPast("-->");
        } else if (octet == '[') {
            skipPast("CDATA[");
            section();
        } else {
            throw new UnreadableObjectException(Reason.FORBIDDEN_CONTENT, window.offset(), "");
        }
    }

    /** Goes past the end of CDATA, unless it is a document. */
    private void section() throws IOException {
        while (marking && XmlLetters.isBlank(letters.peek())) {
            letters.read();
        }
        if (marking && letters.peek() == '<') {
            return;
        }
        keeping = beginsOther(letters.peek());
        skipPast("]]>");
        keeping = false;
    }

    /** Records may have come as JSON in a text, or escaped once more than can be read. */
    private boolean beginsOther(int first) {
        return marking && other.isEmpty() && (first == '{' || first == '[' || first == '&');
    }

    private void keepOther(int first) throws IOException {
        if (beginsOther(first)) {
            int octet = first;
            while (other.length() < OTHER_LIMIT && octet != ByteWindow.END && letters.peek() != '<') {
                other.append((char) octet);
                octet = letters.read();
            }
        }
    }

    private void skipPast(String end) throws IOException {
        int matched = 0;
        while (matched < end.length()) {
            int octet = letters.read();
            if (octet == ByteWindow.END) {
                throw new UnreadableObjectException(Reason.TRUNCATED, window.offset(), "");
            }
            if (keeping && other.length() < OTHER_LIMIT) {
                other.append((char) octet);
            }
            if (octet == end.charAt(matched)) {
                matched++;
            } else if (matched < 2 || octet != end.charAt(matched - 1)) {
                matched = octet == end.charAt(0) ? 1 : 0;
            }
        }
    }
}
