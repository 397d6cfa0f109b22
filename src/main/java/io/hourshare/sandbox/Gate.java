package io.hourshare.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The door of one department's system: passes bytes between its own loopback port and the system's, whatever they
 * speak. Shut, it hangs up; slow, it lets callers wait; broken, it hangs up in the middle of an answer.
 */
final class Gate implements Closeable {

    private static final int BREAKS_AFTER = 700;

    private final ServerSocket door;
    private final int behind;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Trouble trouble;

    private Gate(ServerSocket door, int behind, Trouble trouble) {
        this.door = door;
        this.behind = behind;
        this.trouble = trouble;
    }

    static Gate before(String name, int port, Trouble trouble) {
        try {
            ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Gate gate = new Gate(door, port, trouble);
            start("sandbox-gate-" + name, gate::welcome);
            return gate;
        } catch (IOException e) {
            throw new UncheckedIOException("演示城镇无法打开本机端口", e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on; connections that stand are cut, so that the change is felt at once. */
    void suffer(Trouble next) {
        trouble = next;
        open.forEach(Gate::hangUp);
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(Gate::hangUp);
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                start("sandbox-call", () -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        Trouble now = trouble;
        open.add(caller);
        try (caller) {
            if (now.off()) {
                caller.setSoLinger(true, 0);
                return;
            }
            Thread.sleep(now.slow().toMillis());
            connect(caller, now);
        } catch (IOException | InterruptedException hungUp) {
            // Either side may go at any time; the other is told by closing.
        } finally {
            open.remove(caller);
        }
    }

    private void connect(Socket caller, Trouble now) throws IOException {
        try (Socket system = new Socket()) {
            system.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), behind));
            system.setTcpNoDelay(true);
            caller.setTcpNoDelay(true);
            start("sandbox-answer", () -> answer(caller, system, now.broken() ? BREAKS_AFTER : Long.MAX_VALUE));
            copy(caller.getInputStream(), system.getOutputStream(), Long.MAX_VALUE);
        }
    }

    private static void answer(Socket caller, Socket system, long atMost) {
        try {
            copy(system.getInputStream(), caller.getOutputStream(), atMost);
        } catch (IOException hungUp) {
            // As above.
        } finally {
            hangUp(caller);
        }
    }

    private static void copy(InputStream from, OutputStream to, long atMost) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long left = atMost;
        int read = from.read(buffer);
        while (read >= 0 && left > 0) {
            to.write(buffer, 0, (int) Math.min(read, left));
            left -= read;
            read = left > 0 ? from.read(buffer) : -1;
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Gone is what was wanted.
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
