package io.hourshare.normalize.decode.xml;

import io.hourshare.normalize.decode.text.ByteWindow;
import io.hourshare.normalize.decode.text.UnreadableObjectException;
import io.hourshare.normalize.fault.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Steps through the tags of an XML document; the mark stands before the tag that was read last. */
final class XmlTags {

    private static final int NAME_LIMIT = 200;

    private final ByteWindow window;
    private boolean marking = true;

    XmlTags(ByteWindow window) {
        this.window = window;
    }

    /** A tag by its local name. */
    record Tag(String name, boolean opens, boolean closes) {}

    /** Whether each tag moves the mark; not inside a record, whose beginning must stay. */
    void marking(boolean each) {
        marking = each;
    }

    /** The next tag, or null at the end; comments, processing instructions and CDATA are passed. */
    @Nullable
    Tag next() throws IOException {
        while (true) {
            int octet = window.read();
            if (octet == ByteWindow.END) {
                return null;
            }
            if (octet != '<') {
                continue;
            }
            if (marking) {
                window.mark(1);
            }
            int second = window.peek();
            if (second == '?') {
                skipPast("?>");
            } else if (second == '!') {
                declaration();
            } else {
                return tag();
            }
        }
    }

    private Tag tag() throws IOException {
        boolean closing = window.peek() == '/';
        if (closing) {
            window.read();
        }
        byte[] name = new byte[NAME_LIMIT];
        int length = 0;
        int octet = window.read();
        while (octet > ' ' && octet != '>' && octet != '/') {
            if (octet == ':') {
                length = 0;
            } else if (length < NAME_LIMIT) {
                name[length++] = (byte) octet;
            }
            octet = window.read();
        }
        boolean empty = toTagEnd(octet);
        String local = new String(name, 0, length, StandardCharsets.UTF_8);
        return new Tag(local, !closing, closing || empty);
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
            octet = window.read();
        }
        return previous == '/';
    }

    /** Comment or CDATA; anything else that begins so declares types or entities, which nobody needs to send. */
    private void declaration() throws IOException {
        window.read();
        int octet = window.read();
        if (octet == '-') {
            window.read();
            skipPast("-->");
        } else if (octet == '[') {
            skipPast("CDATA[");
            while (marking && window.peek() <= ' ' && window.peek() != ByteWindow.END) {
                window.read();
            }
            if (!marking || window.peek() != '<') { // a whole document as text inside another is read as markup
                skipPast("]]>");
            }
        } else {
            throw new UnreadableObjectException(Reason.FORBIDDEN_CONTENT, window.offset(), "");
        }
    }

    private void skipPast(String end) throws IOException {
        int matched = 0;
        while (matched < end.length()) {
            int octet = window.read();
            if (octet == ByteWindow.END) {
                throw new UnreadableObjectException(Reason.TRUNCATED, window.offset(), "");
            }
            if (octet == end.charAt(matched)) {
                matched++;
            } else if (matched < 2 || octet != end.charAt(matched - 1)) {
                matched = octet == end.charAt(0) ? 1 : 0;
            }
        }
    }
}
