package io.hourshare.land;

import com.google.crypto.tink.StreamingAead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;

/** Bytes in an encrypted file; each segment is authenticated before anything of it is given out. */
record SealedContent(Path path, StreamingAead key, byte[] bound) implements Content {

    @Override
    public long size() throws IOException {
        try (SeekableByteChannel channel = open()) {
            return channel.size();
        }
    }

    @Override
    public SeekableByteChannel open() throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            SeekableByteChannel channel = key.newSeekableDecryptingChannel(file, bound);
            channel.read(ByteBuffer.allocate(1)); // before its first read it knows no size, and a wrong key shows now
            return channel.position(0);
        } catch (GeneralSecurityException | IOException e) {
            file.close();
            throw new IOException("落地文件无法解密，与其密钥不符或已损坏：" + path, e);
        }
    }

    @Override
    public InputStream stream() throws IOException {
        InputStream file = Files.newInputStream(path);
        try {
            return key.newDecryptingStream(file, bound);
        } catch (GeneralSecurityException | IOException e) {
            file.close();
            throw new IOException("落地文件无法解密，与其密钥不符或已损坏：" + path, e);
        }
    }
}
