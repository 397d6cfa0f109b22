package io.hourshare.land;

import io.hourshare.store.Destroyed;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The one way to what landed: by its path below a data root, whether a service holds that or not. */
public final class LandedFiles {

    private final Path home;
    private final PeriodKeys keys;
    private final Destroyed destroyed;

    LandedFiles(Path home, PeriodKeys keys, Destroyed destroyed) {
        this.home = home.toAbsolutePath().normalize();
        this.keys = keys;
        this.destroyed = destroyed;
    }

    /**
     * @param home data root
     * @param keys folder with the keys of what is encrypted; {@code null} for the one beside the data root
     */
    public static LandedFiles of(Path home, @Nullable Path keys, Destroyed destroyed) {
        return new LandedFiles(home, new PeriodKeys(keys == null ? PeriodKeys.beside(home) : keys, home), destroyed);
    }

    /** A data root whose keys lie beside it and of which nothing is gone yet. */
    public static LandedFiles of(Path home) {
        return of(home, null, new Destroyed());
    }

    /**
     * Bytes of a landed object.
     *
     * @throws DestroyedException where it is gone by rule
     * @throws KeyMissingException where it is encrypted and its key is not at hand
     */
    public Content content(String path) {
        Path file = home.resolve(path).normalize();
        if (!file.startsWith(home)) {
            throw new IllegalArgumentException("Path leads out of the data root: " + path);
        }
        destroyed.ending(path).ifPresent(ending -> {
            throw new DestroyedException(path, ending);
        });
        return SealedName.key(path)
                .<Content>map(key -> new SealedContent(file, keys.open(key), key.bound()))
                .orElseGet(() -> Content.of(file));
    }

    /** Whether the object is encrypted and its key is not at hand, though others are. */
    public boolean lacksKey(String path) {
        return keys.any() && !opens(path);
    }

    /** Whether the object can be opened here: a copy of the data may come without its keys. */
    public boolean opens(String path) {
        return SealedName.key(path).stream().allMatch(keys::opens);
    }

    /** Whether the file, landed or held back, is gone by rule. */
    public boolean isDestroyed(String path) {
        return destroyed.covers(path);
    }
}
