package io.hourshare.land;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import io.hourshare.kernel.FeedId;
import io.hourshare.store.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Keys of encrypted landing, a file each, outside the data root: a copy of the data alone opens nothing. */
final class PeriodKeys {

    private final Path folder;
    private final Map<KeyName, StreamingAead> opened = new HashMap<>();

    /** @throws IllegalArgumentException where the keys would lie among the data */
    PeriodKeys(Path folder, Path home) {
        this.folder = folder.toAbsolutePath().normalize();
        if (this.folder.startsWith(home)) {
            throw new IllegalArgumentException("hourshare.land.keys 必须放在数据目录之外，否则拷走数据就拷走了密钥：" + this.folder);
        }
        try {
            StreamingAeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Streaming encryption is not available", e);
        }
    }

    /** Where the keys lie unless somebody says otherwise: beside the data root. */
    static Path beside(Path home) {
        return home.resolveSibling(home.getFileName() + "-keys").resolve("landing");
    }

    boolean opens(KeyName name) {
        try {
            open(name);
            return true;
        } catch (KeyMissingException e) {
            return false;
        }
    }

    /** Whether any key is at hand: a copy of the data may well come without. */
    boolean any() {
        return Files.isDirectory(folder);
    }

    /** Days of the feed whose keys are there. */
    List<LocalDate> days(FeedId feed) throws IOException {
        Path keys = folder.resolve(feed.toString());
        if (!Files.isDirectory(keys)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(keys)) {
            return all.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.matches("\\d{4}-\\d{2}-\\d{2}\\.json"))
                    .map(name -> LocalDate.parse(name.substring(0, 10)))
                    .sorted()
                    .toList();
        }
    }

    /** The key for what lands now, made on first use. */
    synchronized StreamingAead make(KeyName name) throws IOException {
        DurableFiles.write(file(name), temporary -> {
            createForOwner(temporary);
            Files.writeString(temporary, fresh());
        });
        return open(name);
    }

    /** @throws KeyMissingException where the key is gone or cannot be read */
    synchronized StreamingAead open(KeyName name) {
        StreamingAead known = opened.get(name);
        if (known == null) {
            known = read(name);
            opened.put(name, known);
        }
        return known;
    }

    /** Overwrites the key and deletes it; nothing happens where it is gone already. */
    synchronized void destroy(KeyName name) throws IOException {
        opened.remove(name);
        DurableFiles.erase(file(name));
    }

    private StreamingAead read(KeyName name) {
        try {
            String json = Files.readString(file(name), StandardCharsets.UTF_8);
            return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyMissingException(name, file(name), e);
        }
    }

    private static String fresh() throws IOException {
        try {
            KeysetHandle key = KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB);
            return TinkJsonProtoKeysetFormat.serializeKeyset(key, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IOException("Key cannot be made", e);
        }
    }

    private static void createForOwner(Path file) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (UnsupportedOperationException noPosixFileSystem) {
            Files.createFile(file);
        }
    }

    private Path file(KeyName name) {
        return folder.resolve(name.file());
    }
}
