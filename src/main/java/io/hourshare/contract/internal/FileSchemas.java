package io.hourshare.contract.internal;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Checks a file against the schema of its kind and words what is wrong in Chinese. */
final class FileSchemas {

    private final Map<FileKind, Schema> schemas = new EnumMap<>(FileKind.class);

    FileSchemas() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (FileKind kind : FileKind.values()) {
            schemas.put(kind, registry.getSchema(text(kind.schemaResource()), InputFormat.JSON));
        }
    }

    void check(FileKind kind, YamlFile file, Problems problems) {
        Schema schema = Objects.requireNonNull(schemas.get(kind));
        SchemaMessages messages = new SchemaMessages(file, schema.getSchemaNode(), problems);
        schema.validate(file.tree()).forEach(messages::report);
    }

    private static String text(String resource) {
        try (InputStream in = FileSchemas.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
