package io.hourshare.pull.session;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops reading when the feed's time is used up: a source that trickles never times out by itself. */
public final class TimedStream extends FilterInputStream {

    private final PullSession session;

    public TimedStream(InputStream in, PullSession session) {
        super(in);
        this.session = session;
    }

    @Override
    public int read() throws IOException {
        session.checkDeadline();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        session.checkDeadline();
        return super.read(bytes, offset, length);
    }
}
