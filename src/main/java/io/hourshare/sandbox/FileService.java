package io.hourshare.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server: each department's account sees its own folder as the root. */
final class FileService implements Closeable {

    static final String PASSWORD = "demo-sftp";

    private final SshServer server;

    private FileService(SshServer server) {
        this.server = server;
    }

    /**
     * @param home folder with a folder for each department
     * @param key file that keeps the host key
     */
    static FileService start(Path home, Path key) {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        SimpleGeneratorHostKeyProvider keys = new SimpleGeneratorHostKeyProvider(key);
        keys.setAlgorithm("EC");
        keys.setKeySize(256);
        server.setKeyPairProvider(keys);
        server.setPasswordAuthenticator((user, password, session) -> password.equals(PASSWORD));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory() {
            @Override
            public Path getUserHomeDir(org.apache.sshd.common.session.SessionContext session) {
                return home.resolve(session.getUsername());
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("演示城镇的 SFTP 服务无法启动", e);
        }
        return new FileService(server);
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
