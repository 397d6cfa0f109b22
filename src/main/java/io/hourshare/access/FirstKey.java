package io.hourshare.access;

import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The administrator key of a fresh data root: made at the first start, said once, kept only as a hash. */
final class FirstKey {

    private static final Logger LOG = LoggerFactory.getLogger(FirstKey.class);

    private final Path file;

    FirstKey(DataRoot root) {
        this.file = root.resolve("access/first-administrator.sha256");
    }

    ApiKey load() {
        try {
            if (!Files.exists(file)) {
                create();
            }
            return new ApiKey(
                    "first-administrator",
                    Role.ADMINISTRATOR,
                    Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("Administrator key cannot be kept: " + file, e);
        }
    }

    private void create() throws IOException {
        String key = random();
        String hash = ApiKey.of("", Role.ADMINISTRATOR, key).sha256();
        DurableFiles.write(file, temporary -> Files.writeString(temporary, hash + "\n", StandardCharsets.US_ASCII));
        LOG.warn("首次启动，已生成系统管理员密钥（只显示这一次，请妥善保存；遗失后删除 {} 并重启可重新生成）：{}", file, key);
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
