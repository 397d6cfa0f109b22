package io.hourshare.normalize.fault;

/**
 * One thing that is wrong with one field of a record.
 *
 * @param field source field, or empty where the record as a whole is meant
 * @param raw the value as it came, already masked
 */
public record Fault(String field, Reason reason, String raw) {

    /** As the columns {@code _warnings} and {@code details} carry it. */
    public String toJson() {
        return "{\"field\":" + quoted(field) + ",\"reason\":\"" + reason + "\",\"raw\":" + quoted(raw) + "}";
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c) && isLone(text, i)) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private static boolean isLone(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
}
