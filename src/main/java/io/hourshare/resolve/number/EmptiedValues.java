package io.hourshare.resolve.number;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What normalizing emptied because it made no sense as a number: a mistyped code, or one cut short.
 *
 * <p>A number that nobody may use as it stands can still tell who is meant, once it is repaired and the name agrees.
 */
public final class EmptiedValues {

    private final JsonMapper json = JsonMapper.builder().build();

    /**
     * @param warnings as normalized records carry them: {@code [{"field","reason","raw"}]}
     * @param fields names of the source fields, divided by {@code |}
     * @return the first of them that was emptied, as it came; empty where none was
     */
    public String of(String warnings, String fields) {
        if (warnings.isEmpty()) {
            return "";
        }
        List<String> wanted = Arrays.asList(fields.split("\\|"));
        for (JsonNode warning : json.readTree(warnings)) {
            if (wanted.contains(warning.path("field").asString())) {
                return warning.path("raw").asString();
            }
        }
        return "";
    }
}
