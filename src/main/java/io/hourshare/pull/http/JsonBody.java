package io.hourshare.pull.http;

import io.hourshare.pull.session.Parameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.io.JsonStringEncoder;

/** What a question carries as the route gives it: JSON or a form, asked by POST, or nothing, asked by GET. */
record JsonBody(String text) {

    static JsonBody of(Parameters parameters) {
        return new JsonBody(parameters.find("body").map(String::strip).orElse(""));
    }

    String method() {
        return isGiven() ? "POST" : "GET";
    }

    boolean isGiven() {
        return !text.isEmpty();
    }

    /** What is accepted in answer, and what is carried. */
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept", "application/json"));
        if (isGiven()) {
            headers.put(
                    "Content-Type", isJson() ? "application/json; charset=utf-8" : "application/x-www-form-urlencoded");
        }
        return headers;
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
