package io.hourshare.pull;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Texts of route files: from the catalogue's directory where one is configured, otherwise those in the jar. */
final class RouteFiles {

    private final Optional<Path> directory;

    RouteFiles(Optional<Path> directory) {
        this.directory = directory;
    }

    /** @param file relative to the catalogue, for example {@code routes/templates/jdbc-view.camel.yaml} */
    String read(String file) throws IOException {
        if (directory.isPresent()) {
            return Files.readString(directory.get().resolve(file), StandardCharsets.UTF_8);
        }
        try (InputStream in = RouteFiles.class.getClassLoader().getResourceAsStream("catalogue/" + file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
