package io.hourshare.pull.http;

import io.hourshare.pull.session.Parameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.io.JsonStringEncoder;

/** The body of a POST as the route gives it, JSON or a form. */
record JsonBody(String text) {

    static Optional<JsonBody> of(Parameters parameters) {
        return parameters.find("body").map(text -> new JsonBody(text.strip()));
    }

    String type() {
        return isJson() ? "application/json; charset=utf-8" : "application/x-www-form-urlencoded";
    }

    /** With its variables replaced by values, which cannot break out of where they stand. */
    byte[] filled(Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace(value.getKey(), escaped(value.getValue()));
        }
        return filled.getBytes(StandardCharsets.UTF_8);
    }

    private String escaped(String value) {
        if (!isJson()) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
        StringBuilder quoted = new StringBuilder();
        JsonStringEncoder.getInstance().quoteAsString(value, quoted);
        return quoted.toString();
    }

    private boolean isJson() {
        return text.startsWith("{") || text.startsWith("[");
    }
}
