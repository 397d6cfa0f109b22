package io.hourshare.verify.evidence;

import io.hourshare.kernel.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** The zip that evidence is handed out in; its last part lists the digests of the others. */
final class EvidenceZip implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ZipOutputStream zip;
    private final Map<String, Object> notes = new TreeMap<>(Map.of("product", "hourshare", "format", 1));
    private final Map<String, String> digests = new TreeMap<>();

    EvidenceZip(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** Adds to what the last part says. */
    void note(Map<String, Object> more) {
        notes.putAll(more);
    }

    void lines(String name, Stream<String> lines) throws IOException {
        part(name, out -> {
            for (String line : (Iterable<String>) lines::iterator) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    /** One JSON object a line. */
    void objects(String name, Stream<?> objects) throws IOException {
        lines(name, objects.map(JSON::writeValueAsString));
    }

    void file(String name, Path file) throws IOException {
        part(name, out -> Files.copy(file, out));
    }

    /** Writes a part's bytes. */
    @FunctionalInterface
    private interface Writing {
        void write(OutputStream out) throws IOException;
    }

    private void part(String name, Writing writing) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        MessageDigest sha256 = Digest.sha256();
        writing.write(new DigestOutputStream(zip, sha256));
        zip.closeEntry();
        digests.put(name, Digest.of(sha256).hex());
    }

    @Override
    public void close() throws IOException {
        notes.put("parts", Map.copyOf(digests));
        zip.putNextEntry(new ZipEntry("bundle.json"));
        zip.write(JSON.writeValueAsString(new TreeMap<>(notes)).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.close();
    }
}
