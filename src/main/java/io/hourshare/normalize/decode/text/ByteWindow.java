package io.hourshare.normalize.decode.text;

import io.hourshare.land.Content;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** Reads a file byte by byte through a window that keeps everything from a mark on. */
public final class ByteWindow implements Closeable {

    public static final int END = -1;

    private final SeekableByteChannel channel;
    private byte[] buffer = new byte[1 << 18];
    private int position;
    private int limit;
    private long base;
    private int mark = -1;

    public ByteWindow(Content content) throws IOException {
        channel = content.open();
    }

    public int read() throws IOException {
        return position < limit || refill() ? buffer[position++] & 0xff : END;
    }

    public int peek() throws IOException {
        return position < limit || refill() ? buffer[position] & 0xff : END;
    }

    /**
     * Passes bytes that are plain, as far as they are at hand; answers whether any was.
     *
     * @param plain by byte
     * @param pairs whether a byte of 0x81 and above takes the next one with it
     */
    public boolean skip(boolean[] plain, boolean pairs) {
        int at = position;
        while (at < limit) {
            int octet = buffer[at] & 0xff;
            if (pairs && octet >= 0x81) {
                if (at + 1 == limit) {
                    break;
                }
                at += 2;
            } else if (plain[octet]) {
                at++;
            } else {
                break;
            }
        }
        boolean moved = at > position;
        position = at;
        return moved;
    }

    /** Passes what is at hand of a quoted text, up to its end or its next escape. */
    public void skipQuoted() {
        position = EightBytes.quoteOrEscape(buffer, position, limit);
    }

    /** Passes the rest of the line, if it is at hand and has no quote; answers whether it did. */
    public boolean skipLine() {
        int end = EightBytes.either(buffer, position, limit, '\n', '"');
        boolean whole = end < limit && buffer[end] == '\n';
        position = whole ? end + 1 : position;
        return whole;
    }

    /** The byte that stands so far before the next one, not before the mark; 0 where there is none. */
    public int before(int back) {
        return position - back >= mark ? buffer[position - back] & 0xff : 0;
    }

    /** For {@link #skip}: every byte but these. */
    public static boolean[] allBut(String special) {
        boolean[] plain = new boolean[256];
        Arrays.fill(plain, true);
        special.chars().filter(c -> c < plain.length).forEach(c -> plain[c] = false);
        return plain;
    }

    /** Offset of the next byte in the file. */
    public long offset() {
        return base + position;
    }

    /** Keeps the bytes from the given number before the next one on. */
    public void mark(int back) {
        mark = position - back;
    }

    public long markOffset() {
        return base + mark;
    }

    /** Bytes since the mark. */
    public int marked() {
        return position - mark;
    }

    /** Copies the marked bytes, without the last few, and lets the mark go. */
    public byte[] cut(int less) {
        byte[] bytes = Arrays.copyOfRange(buffer, mark, position - less);
        mark = -1;
        return bytes;
    }

    /** Goes back to the given number of bytes after the mark. */
    public void rewind(int afterMark) {
        position = mark + afterMark;
    }

    /** Stops keeping bytes; where the mark stood is for the caller to remember. */
    void release() {
        mark = -1;
    }

    private boolean refill() throws IOException {
        int keep = mark < 0 ? position : mark;
        int kept = limit - keep;
        if (kept > buffer.length / 2) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        System.arraycopy(buffer, keep, buffer, 0, kept);
        base += keep;
        position -= keep;
        mark = mark < 0 ? -1 : 0;
        limit = kept;
        int count = channel.read(ByteBuffer.wrap(buffer, limit, buffer.length - limit));
        limit += Math.max(count, 0);
        return count > 0;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
