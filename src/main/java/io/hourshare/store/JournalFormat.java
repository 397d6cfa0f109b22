package io.hourshare.store;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    private static final Pattern END = Pattern.compile("([0-9a-f]{64})\"}");

    private final JsonMapper json = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(FeedId.class, text(FeedId.class))
                    .addDeserializer(FeedId.class, parsed(FeedId::parse))
                    .addSerializer(HourWindow.class, text(HourWindow.class))
                    .addDeserializer(HourWindow.class, parsed(HourWindow::parse))
                    .addSerializer(Digest.class, text(Digest.class))
                    .addDeserializer(Digest.class, parsed(Digest::new)))
            .build();

    private final Map<String, Class<?>> types = Stream.of(JournalFact.class, JournalAct.class)
            .flatMap(part -> Arrays.stream(part.getPermittedSubclasses()))
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
        Sealed sealed = unseal(line);
        if (sealed == null) {
            throw new JournalDamagedException(file, number, "没有校验值");
        }
        if (!sealed.follows(previous)) {
            throw new JournalDamagedException(file, number, "内容与校验链不符（被改动、删除或调换过）");
        }
        try {
            return line(sealed);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new JournalDamagedException(file, number, "无法解析：" + e.getMessage());
        }
    }

    /** A line's content and the hash that it states of itself. */
    record Sealed(String content, Digest hash) {
        boolean follows(Digest previous) {
            return Digest.of(previous.hex() + content).equals(hash);
        }
    }

    @Nullable
    Sealed unseal(String line) {
        int seal = line.lastIndexOf(SEAL);
        Matcher hash = END.matcher(seal < 0 ? "" : line.substring(seal + SEAL.length()));
        return hash.matches() ? new Sealed(line.substring(0, seal), new Digest(hash.group(1))) : null;
    }

    JournalLine line(Sealed sealed) {
        JsonNode node = json.readTree(sealed.content() + "}");
        Class<?> type = types.get(node.path("type").asString());
        if (type == null) {
            throw new UnknownEntryException(node.path("type").asString());
        }
        JournalEntry entry = (JournalEntry) json.treeToValue(node.path("entry"), type);
        return new JournalLine(
                node.path("seq").asLong(), Instant.parse(node.path("at").asString()), sealed.hash(), entry);
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
