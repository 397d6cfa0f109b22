package io.hourshare.serve.profile;

import io.hourshare.serve.profile.EnterpriseProfile.EnterpriseName;
import io.hourshare.serve.profile.EnterpriseProfile.IdentityEvent;
import io.hourshare.serve.profile.ProfileConflict.Claimed;
import io.hourshare.serve.profile.SatelliteRecord.Input;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the JSON document that a snapshot keeps for an enterprise. */
final class ProfileDocument {

    private static final String SOURCE = "_source";

    private static final Pattern WITH_OFFSET = Pattern.compile(".*[+-]\\d\\d:\\d\\d");

    private static final Map<String, ProfilePart> BY_MEMBER = Map.of(
            "conflicts", ProfilePart.CONFLICTS,
            "satellites", ProfilePart.SATELLITES,
            "events", ProfilePart.EVENTS);

    private final JsonMapper json;

    ProfileDocument(JsonMapper json) {
        this.json = json;
    }

    EnterpriseProfile read(String body, Set<ProfilePart> parts) {
        JsonNode root = tree(body, parts);
        Map<String, ProfileField> fields = new LinkedHashMap<>();
        boolean sourced = parts.contains(ProfilePart.PROVENANCE);
        root.path("fields")
                .forEachEntry((attribute, node) ->
                        fields.put(attribute, sourced ? field(attribute, node) : plain(attribute, node)));
        Map<String, List<SatelliteRecord>> satellites = new LinkedHashMap<>();
        Map<String, Input> inputs = new HashMap<>();
        root.path("satellites").forEachEntry((entity, rows) -> rows.forEach(row -> input(row.path(SOURCE), inputs)));
        root.path("satellites").forEachEntry((entity, rows) -> satellites.put(entity, satellites(rows, inputs)));
        Map<String, Long> leftOut = new LinkedHashMap<>();
        root.path("left_out").forEachEntry((entity, count) -> leftOut.put(entity, count.asLong()));
        return new EnterpriseProfile(
                root.path("enterprise_id").asString(),
                text(root, "uscc"),
                text(root, "name"),
                root.path("in_park").asBoolean(),
                Collections.unmodifiableMap(fields),
                root.path("conflicts").valueStream().map(this::conflict).toList(),
                Collections.unmodifiableMap(satellites),
                Collections.unmodifiableMap(leftOut),
                root.path("names").valueStream().map(ProfileDocument::name).toList(),
                root.path("events").valueStream().map(ProfileDocument::event).toList());
    }

    /** Passes over what is not asked for: building it costs many times the reading. */
    private JsonNode tree(String body, Set<ProfilePart> parts) {
        ObjectNode root = json.createObjectNode();
        try (JsonParser parser = json.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String member = parser.currentName();
                ProfilePart part = BY_MEMBER.get(member);
                parser.nextToken();
                if (part == null || parts.contains(part)) {
                    JsonNode value = parser.readValueAsTree();
                    root.set(member, value);
                } else {
                    parser.skipChildren();
                }
            }
        }
        return root;
    }

    private static IdentityEvent event(JsonNode node) {
        return new IdentityEvent(
                node.path("hour").asString(),
                node.path("kind").asString(),
                node.path("subject").asString(),
                text(node, "other"),
                text(node, "feed"),
                text(node, "record_key"),
                text(node, "cause"),
                text(node, "decision"));
    }

    /** Without where the value comes from: reading times and positions costs more than all else of a field. */
    private ProfileField plain(String attribute, JsonNode node) {
        return new ProfileField(
                attribute,
                value(node.path("value")),
                orElse(text(node, "title"), attribute),
                text(node, "unit"),
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                node.path("restricted").asBoolean(),
                false);
    }

    private ProfileField field(String attribute, JsonNode node) {
        return new ProfileField(
                attribute,
                value(node.path("value")),
                orElse(text(node, "title"), attribute),
                text(node, "unit"),
                text(node, "feed"),
                text(node, "feed_title"),
                instant(text(node, "source_time")),
                text(node, "window"),
                map(node.path("position")),
                text(node, "rule"),
                node.path("restricted").asBoolean(),
                false);
    }

    private ProfileConflict conflict(JsonNode node) {
        String attribute = node.path("attribute").asString();
        return new ProfileConflict(
                attribute,
                orElse(text(node, "title"), attribute),
                claimed(node.path("winner")),
                node.path("losers").valueStream().map(this::claimed).toList());
    }

    private Claimed claimed(JsonNode node) {
        return new Claimed(
                value(node.path("value")),
                text(node, "feed"),
                instant(text(node, "source_time")),
                map(node.path("position")));
    }

    private void input(JsonNode source, Map<String, Input> inputs) {
        String key = source.path("key").asString("");
        inputs.putIfAbsent(
                key,
                new Input(
                        key, text(source, "feed"), instant(text(source, "source_time")), map(source.path("position"))));
    }

    private List<SatelliteRecord> satellites(JsonNode rows, Map<String, Input> inputs) {
        List<SatelliteRecord> records = new ArrayList<>();
        for (JsonNode row : rows) {
            Map<String, Object> values = map(row);
            values.remove(SOURCE);
            JsonNode source = row.path(SOURCE);
            records.add(new SatelliteRecord(
                    source.path("key").asString(""),
                    values,
                    Set.of(),
                    text(source, "feed"),
                    instant(text(source, "source_time")),
                    map(source.path("position")),
                    source.path("derived_from")
                            .valueStream()
                            .map(JsonNode::asString)
                            .map(key -> inputs.getOrDefault(key, new Input(key, null, null, Map.of())))
                            .toList()));
        }
        return records;
    }

    private static EnterpriseName name(JsonNode node) {
        return new EnterpriseName(
                orElse(text(node, "name"), ""),
                orElse(text(node, "kind"), "current"),
                text(node, "valid_from"),
                text(node, "valid_to"),
                text(node, "feed"));
    }

    private Map<String, Object> map(JsonNode node) {
        Map<String, Object> map = new LinkedHashMap<>();
        node.forEachEntry((key, value) -> {
            Object plain = value(value);
            if (plain != null) {
                map.put(key, plain);
            }
        });
        return map;
    }

    private @Nullable Object value(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (node.isString()) {
            return node.asString();
        }
        return node.isNumber() ? node.decimalValue() : json.treeToValue(node, Object.class);
    }

    private static @Nullable String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }

    private static String orElse(@Nullable String text, String other) {
        return text == null ? other : text;
    }

    /** Times are UTC; some writers leave the zone out. */
    private static @Nullable Instant instant(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String iso = text.replace(' ', 'T');
        try {
            return iso.endsWith("Z") || WITH_OFFSET.matcher(iso).matches()
                    ? java.time.OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException unknownForm) {
            return null;
        }
    }
}
