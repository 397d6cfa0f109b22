package io.hourshare.pull.folder;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.UserInfo;
import io.hourshare.pull.session.PullReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys of the SFTP servers that are known: each is written down at the first contact and must stay the same from then
 * on. The first contact asks for the key alone and hangs up before anybody logs in.
 */
public final class HostKeys {

    private static final int USUAL_PORT = 22;

    private final Path file;
    private final Duration patience;

    /** @param file in the form of OpenSSH's {@code known_hosts}; made when it is first needed */
    public HostKeys(Path file, Duration patience) {
        this.file = file;
        this.patience = patience;
    }

    public Path file() {
        return file;
    }

    /** Writes the server's key down unless one is known; a server that cannot be reached is left to the pull itself. */
    public synchronized void pin(String host, int port) {
        String name = port == USUAL_PORT ? host : "[" + host + "]:" + port;
        try {
            if (Files.exists(file) && Files.readAllLines(file).stream().anyMatch(line -> line.startsWith(name + " "))) {
                return;
            }
            create();
            HostKey key = offered(host, port);
            if (key != null) {
                String line = name + " " + key.getType() + " " + key.getKey() + "\n";
                Files.writeString(file, line, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw PullReason.NOT_CONFIGURED.failure("主机公钥文件 " + file + " 无法写入：" + e.getMessage(), e);
        }
    }

    private void create() throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private @Nullable HostKey offered(String host, int port) {
        Seen seen = new Seen();
        try {
            Session session = new JSch().getSession("nobody", host, port);
            session.setHostKeyRepository(seen);
            session.setConfig("StrictHostKeyChecking", "yes");
            session.connect((int) patience.toMillis());
            session.disconnect();
        } catch (JSchException unknownKeyOrNoServer) {
            return seen.key;
        }
        return seen.key;
    }

    /** Knows nobody, so that the connection ends before a login, and remembers whom it was shown. */
    private static final class Seen implements HostKeyRepository {

        private @Nullable HostKey key;

        @Override
        public int check(String host, byte[] shown) {
            try {
                key = new HostKey(host, shown);
            } catch (JSchException noKey) {
                key = null;
            }
            return NOT_INCLUDED;
        }

        @Override
        public void add(HostKey added, UserInfo ui) {
            key = added;
        }

        @Override
        public void remove(String host, String type) {
            key = null;
        }

        @Override
        public void remove(String host, String type, byte[] shown) {
            key = null;
        }

        @Override
        public String getKnownHostsRepositoryID() {
            return "first contact";
        }

        @Override
        public HostKey[] getHostKey() {
            return List.<HostKey>of().toArray(HostKey[]::new);
        }

        @Override
        public HostKey[] getHostKey(String host, String type) {
            return getHostKey();
        }
    }
}
