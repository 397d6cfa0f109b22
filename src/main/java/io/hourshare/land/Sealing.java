package io.hourshare.land;

import com.google.crypto.tink.StreamingAead;
import io.hourshare.contract.Catalogue;
import io.hourshare.kernel.FeedId;
import io.hourshare.store.Destroyed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Encrypts what lands of feeds whose contract limits how long it may be kept, while it is written. */
final class Sealing {

    private final PeriodKeys keys;
    private final Predicate<FeedId> sealed;
    private final Clock clock;

    Sealing(PeriodKeys keys, Predicate<FeedId> sealed, Clock clock) {
        this.keys = keys;
        this.sealed = sealed;
        this.clock = clock;
    }

    /** Encrypts the feeds whose contracts say so. */
    static Sealing by(Catalogue catalogue, PeriodKeys keys, Clock clock) {
        return new Sealing(
                keys,
                feed -> catalogue
                        .feed(feed)
                        .filter(known -> known.contract().sealed())
                        .isPresent(),
                clock);
    }

    /** For a landing that keeps everything as it comes. */
    static Sealing nothing(Path home) {
        return new Sealing(new PeriodKeys(PeriodKeys.beside(home), home), feed -> false, Clock.systemUTC());
    }

    /** The key that what lands of the feed now is encrypted with; empty where it is kept as it comes. */
    Optional<KeyName> key(FeedId feed) {
        return sealed.test(feed)
                ? Optional.of(new KeyName(feed, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)))
                : Optional.empty();
    }

    OutputStream encrypting(KeyName key, OutputStream file) throws IOException {
        StreamingAead encryption = keys.make(key);
        try {
            return encryption.newEncryptingStream(file, key.bound());
        } catch (GeneralSecurityException e) {
            throw new IOException("Landing cannot be encrypted: " + key, e);
        }
    }

    Content content(Path file, KeyName key) {
        return new SealedContent(file, keys.open(key), key.bound());
    }

    void destroy(KeyName key) throws IOException {
        keys.destroy(key);
    }

    /** Days of the feed whose keys are there. */
    List<LocalDate> days(FeedId feed) throws IOException {
        return keys.days(feed);
    }

    /** Reads with the same keys. */
    LandedFiles reading(Path home, Destroyed destroyed) {
        return new LandedFiles(home, keys, destroyed);
    }
}
