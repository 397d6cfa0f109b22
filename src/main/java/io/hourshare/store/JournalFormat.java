package io.hourshare.store;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * Text form of journal lines: {@code {"seq":…,"at":…,"type":…,"entry":{…},"hash":"…"}}.
 *
 * <p>The hash covers the previous line's hash and this line's bytes before {@code ,"hash":"}, so that a checker
 * in any language needs no canonical JSON.
 */
final class JournalFormat {

    private static final String SEAL = ",\"hash\":\"";

    private final JsonMapper json = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(FeedId.class, text(FeedId.class))
                    .addDeserializer(FeedId.class, parsed(FeedId::parse))
                    .addSerializer(HourWindow.class, text(HourWindow.class))
                    .addDeserializer(HourWindow.class, parsed(HourWindow::parse))
                    .addSerializer(Digest.class, text(Digest.class))
                    .addDeserializer(Digest.class, parsed(Digest::new)))
            .build();

    private final Map<String, Class<?>> types = Arrays.stream(JournalEntry.class.getPermittedSubclasses())
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    String content(long sequence, Instant at, JournalEntry entry) {
        ObjectNode line = json.createObjectNode()
                .put("seq", sequence)
                .put("at", at.toString())
                .put("type", entry.getClass().getSimpleName());
        line.set("entry", json.valueToTree(entry));
        String text = json.writeValueAsString(line);
        return text.substring(0, text.length() - 1);
    }

    String seal(String content, Digest hash) {
        return content + SEAL + hash.hex() + "\"}\n";
    }

    JournalLine read(Path file, int number, String line, Digest previous) {
        int seal = line.lastIndexOf(SEAL);
        if (seal < 0) {
            throw new JournalDamagedException(file, number, "没有校验值");
        }
        String content = line.substring(0, seal);
        Digest hash = Digest.of(previous.hex() + content);
        if (!line.substring(seal).equals(SEAL + hash.hex() + "\"}")) {
            throw new JournalDamagedException(file, number, "内容与校验链不符（被改动、删除或调换过）");
        }
        try {
            JsonNode node = json.readTree(content + "}");
            Class<?> type = types.get(node.path("type").asString());
            JournalEntry entry = (JournalEntry) json.treeToValue(node.path("entry"), type);
            return new JournalLine(
                    node.path("seq").asLong(), Instant.parse(node.path("at").asString()), hash, entry);
        } catch (JacksonException e) {
            throw new JournalDamagedException(file, number, "无法解析：" + e.getOriginalMessage());
        }
    }

    private static <T> ValueSerializer<T> text(Class<T> type) {
        return new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator generator, SerializationContext context) {
                generator.writeString(value.toString());
            }

            @Override
            public Class<?> handledType() {
                return type;
            }
        };
    }

    private static <T> ValueDeserializer<T> parsed(Function<String, T> parse) {
        return new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) {
                return parse.apply(parser.getString());
            }
        };
    }
}
