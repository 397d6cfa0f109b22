package io.hourshare.pull;

import io.hourshare.pull.session.PullReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Settings of which some are kept in files: {@code file:/run/secrets/tax} is what the file says at each pull, so that a
 * changed password needs no restart.
 */
record FileProperties(Function<String, @Nullable String> properties) implements Function<String, @Nullable String> {

    private static final String FILE = "file:";

    @Override
    public @Nullable String apply(String name) {
        String value = properties.apply(name);
        return value != null && value.startsWith(FILE) ? content(name, Path.of(value.substring(FILE.length()))) : value;
    }

    private static String content(String name, Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw PullReason.NOT_CONFIGURED.failure(name + " 指向的文件读不到：" + file, e);
        }
    }
}
