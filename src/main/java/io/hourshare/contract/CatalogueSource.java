package io.hourshare.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a catalogue's files come from, by path relative to it: {@code jobs/tax/registration.yaml}.
 *
 * @param texts contents by path
 */
public record CatalogueSource(SortedMap<String, String> texts) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ROOT = "catalogue/";
    private static final String WHOLE = "schemas/canonical/enterprise.odcs.yaml";

    public CatalogueSource {
        texts = new TreeMap<>(texts);
    }

    /** All files as one JSON object, by path and in their order; {@link #ofJson} reads it. */
    public String json() {
        return JSON.writeValueAsString(texts);
    }

    public static CatalogueSource ofJson(String json) {
        return new CatalogueSource(JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {}));
    }

    /** The catalogue that is packed into the application. */
    public static CatalogueSource embedded() {
        SortedMap<String, String> texts = new TreeMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:catalogue/**/*.*")) {
                String url = file.getURL().toString();
                texts.put(url.substring(url.lastIndexOf(ROOT) + ROOT.length()), text(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CatalogueSource(texts);
    }

    /**
     * A folder with {@code routes/}, {@code jobs/} and {@code schemas/}. A whole catalogue stands for itself; a folder
     * without the canonical enterprise is laid over the embedded catalogue, file by file.
     */
    public static CatalogueSource directory(Path folder) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String part : List.of("routes", "jobs", "schemas")) {
            read(folder, folder.resolve(part), texts);
        }
        if (!texts.containsKey(WHOLE)) {
            embedded().texts().forEach(texts::putIfAbsent);
        }
        return new CatalogueSource(texts);
    }

    private static void read(Path root, Path part, SortedMap<String, String> texts) {
        if (!Files.isDirectory(part)) {
            return;
        }
        try (Stream<Path> files = Files.walk(part)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = root.relativize(file).toString().replace('\\', '/');
                texts.put(path, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("无法读取目录 " + part, e);
        }
    }

    private static String text(Resource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
