package io.hourshare.access;

import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The users that administrators keep on the page: a file below the data root, with hashes of passwords only. */
final class UserFile {

    private final Path file;
    private final JsonMapper json = JsonMapper.builder().build();

    UserFile(DataRoot root) {
        this.file = root.resolve("access/users.json");
    }

    boolean exists() {
        return Files.exists(file);
    }

    Map<String, BuiltInUser> read() {
        Map<String, BuiltInUser> users = new LinkedHashMap<>();
        if (exists()) {
            try {
                for (BuiltInUser user : json.readValue(Files.readString(file), BuiltInUser[].class)) {
                    users.put(user.name(), user);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Users cannot be read: " + file, e);
            }
        }
        return users;
    }

    void write(Collection<BuiltInUser> users) {
        String text = json.writerWithDefaultPrettyPrinter().writeValueAsString(List.copyOf(users));
        try {
            DurableFiles.write(file, temporary -> Files.writeString(temporary, text + "\n", StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Users cannot be kept: " + file, e);
        }
    }
}
