package io.hourshare.normalize.decode.row;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decodes chunks ahead of the one that is asked for and hands them out in their order. Further threads help; so does
 * the one that asks, while it would have to wait.
 */
final class ReadAhead implements Closeable {

    /** So many chunks may wait: about as many as are decoded while one group of rows is compressed. */
    private static final int DEPTH = 24;

    private final Framing framing;
    private final Supplier<RowBuffer> buffers;
    private final Supplier<Hand> hands;
    private final Hand own;
    private final int helpers;
    private final List<Thread> threads = new ArrayList<>();
    private final Object framingLock = new Object();
    private final Object lock = new Object();
    private final Deque<Chunk> order = new ArrayDeque<>();
    private final Deque<RowBuffer> free = new ArrayDeque<>();
    private boolean ended;

    /** Cuts out the records of the next chunk; one thread at a time. */
    @FunctionalInterface
    interface Framing {

        /** The next records, or none at the end. */
        Frames next() throws IOException;
    }

    /**
     * Records of one chunk.
     *
     * @param ordinal place of the first in its object
     */
    record Frames(long ordinal, List<RawRecord> records) {}

    /** What each thread has of its own. */
    record Hand(RowConversion.Share conversion, CellMemory memory) {}

    /** A chunk on its way. */
    private static final class Chunk {
        private @Nullable Frames frames;
        private final RowBuffer buffer;
        private boolean done;
        private @Nullable RuntimeException failure;

        Chunk(@Nullable Frames frames, RowBuffer buffer) {
            this.frames = frames;
            this.buffer = buffer;
        }

        /** Lets the bytes go that it was made from. */
        void decode(Hand hand) {
            Frames taken = Objects.requireNonNull(frames);
            frames = null;
            long ordinal = taken.ordinal();
            try {
                buffer.remember(hand.memory());
                for (RawRecord record : taken.records()) {
                    buffer.begin(ordinal++);
                    record.read(buffer);
                }
                buffer.convert(hand.conversion());
            } catch (RuntimeException e) {
                failure = e;
            }
        }
    }

    /** @param helpers how many threads help; none is started where the first chunk is the last */
    ReadAhead(Framing framing, Supplier<RowBuffer> buffers, Supplier<Hand> hands, int helpers) {
        this.framing = framing;
        this.buffers = buffers;
        this.hands = hands;
        this.own = hands.get();
        this.helpers = helpers;
    }

    /** The next chunk in order, to be given back by {@link #release}; null at the end. */
    @Nullable
    RowBuffer next() throws IOException {
        while (true) {
            Chunk ready = ready();
            if (ready != null) {
                if (ready.failure != null) {
                    throw ready.failure;
                }
                return ready.buffer;
            }
            if (!decodeOne(own) && isFinished()) {
                return null;
            }
        }
    }

    private @Nullable Chunk ready() {
        synchronized (lock) {
            Chunk head = order.peek();
            if (head == null || !head.done) {
                return null;
            }
            lock.notifyAll();
            return order.poll();
        }
    }

    /** Waits for the head where there is nothing left to help with. */
    private boolean isFinished() throws IOException {
        synchronized (lock) {
            Chunk head = order.peek();
            if (head != null && !head.done) {
                await();
            }
            return head == null && ended;
        }
    }

    void release(RowBuffer buffer) {
        synchronized (lock) {
            free.add(buffer);
        }
    }

    /** Frames and decodes one chunk; false where there is none, or no place for one. */
    private boolean decodeOne(Hand hand) throws IOException {
        Chunk chunk = frame();
        if (chunk == null) {
            return false;
        }
        chunk.decode(hand);
        synchronized (lock) {
            chunk.done = true;
            lock.notifyAll();
        }
        return true;
    }

    private @Nullable Chunk frame() throws IOException {
        synchronized (framingLock) {
            RowBuffer buffer;
            synchronized (lock) {
                if (ended || order.size() >= DEPTH) {
                    return null;
                }
                buffer = free.poll();
            }
            Frames frames = framing.next();
            Chunk chunk = new Chunk(frames, buffer == null ? buffers.get() : buffer);
            synchronized (lock) {
                if (frames.records().isEmpty()) {
                    ended = true;
                    lock.notifyAll();
                    return null;
                }
                order.add(chunk);
            }
            startHelpers(frames.ordinal());
            return chunk;
        }
    }

    private void startHelpers(long ordinal) {
        while (ordinal > 0 && threads.size() < helpers) {
            Thread thread = new Thread(this::help, "decode-ahead");
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void help() {
        Hand hand = hands.get();
        try {
            while (!isEnded()) {
                decodeOne(hand);
            }
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
    }

    /** Waits while there is no place for a further chunk. */
    private boolean isEnded() throws IOException {
        synchronized (lock) {
            while (!ended && order.size() >= DEPTH) {
                await();
            }
            return ended;
        }
    }

    /** Hands a helper's failure to the thread that asks, in the failed chunk's place. */
    private void fail(Exception cause) {
        synchronized (lock) {
            Chunk failed = new Chunk(null, buffers.get());
            failed.failure = new IllegalStateException("Reading ahead failed", cause);
            failed.done = true;
            order.add(failed);
            ended = true;
            lock.notifyAll();
        }
    }

    private void await() throws IOException {
        try {
            lock.wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Lets the helpers end; what waits is forgotten. */
    @Override
    public void close() throws IOException {
        synchronized (lock) {
            ended = true;
            order.clear();
            lock.notifyAll();
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
    }
}
