package io.hourshare.normalize;

import io.hourshare.normalize.convert.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of normalization.
 *
 * @param tokenKey file with the key of the tokens that stand for personal values; created on first use, outside the
 *     data root, so that a copy of the data alone gives nobody away
 */
@ConfigurationProperties("hourshare.normalize")
record NormalizeSettings(@Nullable Path tokenKey) {

    private static final int KEY_BYTES = 32;

    Tokens tokens(Path dataRoot) {
        Path file = keyFile(dataRoot);
        if (file.startsWith(dataRoot)) {
            throw new IllegalArgumentException("hourshare.normalize.token-key 必须放在数据目录之外：" + file);
        }
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return new Tokens(HexFormat.of().parseHex(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException("令牌密钥无法读取，请检查文件和权限：" + file, e);
        }
    }

    Path keyFile(Path dataRoot) {
        Path beside = dataRoot.resolveSibling(dataRoot.getFileName() + "-keys").resolve("token.key");
        return tokenKey == null ? beside : tokenKey.toAbsolutePath().normalize();
    }

    private static void create(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.getParent());
        try {
            Files.createFile(file);
            restrict(file);
            Files.writeString(file, HexFormat.of().formatHex(key) + "\n");
        } catch (FileAlreadyExistsException someoneElseWasFaster) {
            return;
        }
    }

    private static void restrict(Path file) throws IOException {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (UnsupportedOperationException noPosixFileSystem) {
            file.toFile().setReadable(true, true);
        }
    }
}
