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
        this.path = path.replace('/', '.');
    }

    @Override
    public List<Map<Integer, byte[]>> rows(byte[] record) throws DamagedRecordException {
        byte[] utf8 = decoding.toUtf8(record);
        if (utf8 == null) {
            throw new DamagedRecordException(Reason.BAD_ENCODING);
        }
        JsonNode tree = tree(utf8);
        Map<Integer, byte[]> own = new HashMap<>();
        collect(tree, "", new Place("", path), own);
        List<Map<Integer, byte[]>> members = new ArrayList<>();
        members(tree, new Place("", path), Map.of(), members);
        return Exploder.combined(own, members, names);
    }

    /** Rows of the list at the place, each with what stands around it; of the lists within, where the path goes on. */
    private void members(JsonNode node, Place place, Map<Integer, byte[]> around, List<Map<Integer, byte[]>> rows)
            throws DamagedRecordException {
        JsonNode list = node;
        String rest = place.rest();
        while (!list.isArray() && !rest.isEmpty()) {
            int dot = rest.indexOf('.');
            list = list.path(dot < 0 ? rest : rest.substring(0, dot));
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        String walked = rest.isEmpty()
                ? place.rest()
                : place.rest().substring(0, place.rest().length() - rest.length() - 1);
        Place within = new Place(place.above() + walked + ".", rest);
        for (JsonNode member : list.isObject() ? List.of(list) : list) { // a list of one often comes without brackets
            Map<Integer, byte[]> fields = new HashMap<>(around);
            collect(member, "", within, fields);
            int before = rows.size();
            if (!rest.isEmpty()) {
                members(member, within, fields, rows);
            }
            if (rows.size() == before) {
                rows.add(fields);
            }
        }
    }

    private JsonNode tree(byte[] utf8) throws DamagedRecordException {
        try {
            return mapper.readTree(utf8);
        } catch (JacksonException e) {
            throw new DamagedRecordException(Reason.MALFORMED_RECORD);
        }
    }

    private void collect(JsonNode object, String prefix, Place place, Map<Integer, byte[]> fields)
            throws DamagedRecordException {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = prefix + member.getKey();
            boolean list = member.getValue().isArray() && place.rest().startsWith(name + ".");
            if (name.equals(place.rest()) || list) {
                continue;
            }
            int column = column(place.above(), name);
            if (column == FieldNames.NONE && member.getValue().isObject()) {
                collect(member.getValue(), name + ".", place, fields);
            } else if (column != FieldNames.NONE && !member.getValue().isNull()) {
                fields.put(column, text(member.getValue()));
            } else if (column == FieldNames.NONE) {
                names.unknown(name);
            }
        }
    }

    /** By its whole path, where the contract tells it from another of the same name; else by the bare one. */
    private int column(String above, String name) {
        int whole = above.isEmpty() ? FieldNames.NONE : names.column(above + name);
        return whole == FieldNames.NONE ? names.column(name) : whole;
    }

    private static byte[] text(JsonNode value) throws DamagedRecordException {
        String text = value.isString() ? value.stringValue() : value.toString();
        JsonText.refuseLoneSurrogates(text);
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        JsonText.check(utf8, 0, utf8.length);
        return utf8;
    }

    /**
     * Where in a record one is.
     *
     * @param above path of the list that is taken apart, with a point behind; empty in the record itself
     * @param rest path of the list further down, empty where there is none
     */
    private record Place(String above, String rest) {}
}
