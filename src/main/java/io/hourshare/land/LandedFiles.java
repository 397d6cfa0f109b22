package io.hourshare.land;

import java.nio.file.Path;

/** The one way to what landed: by its path below a data root, whether a service holds that or not. */
public final class LandedFiles {

    private final Path home;

    public LandedFiles(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    /** Bytes of a landed object. */
    public Content content(String path) {
        Path file = home.resolve(path).normalize();
        if (!file.startsWith(home)) {
            throw new IllegalArgumentException("Path leads out of the data root: " + path);
        }
        return Content.of(file);
    }
}
