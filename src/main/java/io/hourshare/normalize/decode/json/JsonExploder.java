package io.hourshare.normalize.decode.json;

import io.hourshare.normalize.decode.layout.FieldNames;
import io.hourshare.normalize.decode.row.Exploder;
import io.hourshare.normalize.decode.text.DamagedRecordException;
import io.hourshare.normalize.decode.text.JsonText;
import io.hourshare.normalize.decode.text.TextDecoding;
import io.hourshare.normalize.fault.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Explodes a nested array of a JSON object. */
final class JsonExploder implements Exploder {

    private final FieldNames names;
    private final TextDecoding decoding;
    private final String path;
    private final JsonMapper mapper = JsonMapper.builder().build();

    /** @param path of the array below the record: {@code owners} or {@code rights.owners} */
    JsonExploder(FieldNames names, TextDecoding decoding, String path) {
        this.names = names;
        this.decoding = decoding;
        this.path = path;
    }

    @Override
    public List<Map<Integer, byte[]>> rows(byte[] record) throws DamagedRecordException {
        byte[] utf8 = decoding.toUtf8(record);
        if (utf8 == null) {
            throw new DamagedRecordException(Reason.BAD_ENCODING);
        }
        JsonNode tree = tree(utf8);
        Map<Integer, byte[]> own = new HashMap<>();
        collect(tree, "", own);
        List<Map<Integer, byte[]>> members = new ArrayList<>();
        for (JsonNode member : tree.at("/" + path.replace('.', '/'))) {
            Map<Integer, byte[]> fields = new HashMap<>();
            collect(member, "", fields);
            members.add(fields);
        }
        return Exploder.combined(own, members, names);
    }

    private JsonNode tree(byte[] utf8) throws DamagedRecordException {
        try {
            return mapper.readTree(utf8);
        } catch (JacksonException e) {
            throw new DamagedRecordException(Reason.MALFORMED_RECORD);
        }
    }

    private void collect(JsonNode object, String prefix, Map<Integer, byte[]> fields) throws DamagedRecordException {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = prefix + member.getKey();
            if (name.equals(path)) {
                continue;
            }
            int column = names.column(name);
            if (column == FieldNames.NONE && member.getValue().isObject()) {
                collect(member.getValue(), name + ".", fields);
            } else if (column != FieldNames.NONE && !member.getValue().isNull()) {
                fields.put(column, text(member.getValue()));
            } else if (column == FieldNames.NONE) {
                names.unknown(name);
            }
        }
    }

    private static byte[] text(JsonNode value) throws DamagedRecordException {
        String text = value.isString() ? value.stringValue() : value.toString();
        JsonText.refuseLoneSurrogates(text);
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        JsonText.check(utf8, 0, utf8.length);
        return utf8;
    }
}
