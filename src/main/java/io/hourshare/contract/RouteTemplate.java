package io.hourshare.contract;

import java.util.List;
import java.util.Locale;

/**
 * A way of fetching, written once.
 *
 * @param format what it lands: {@code rows} (JSON lines), {@code json}, {@code csv}, {@code xml} or {@code xlsx}
 * @param file where it stands, relative to the catalogue
 */
public record RouteTemplate(
        String id, String title, SourceFormat format, List<String> required, List<String> optional, String file) {

    private static final List<String> SECRETS = List.of("password", "secret", "token");

    public RouteTemplate {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    /** Whether a parameter of this name may only be a placeholder. */
    public static boolean isSecret(String parameter) {
        return SECRETS.stream().anyMatch(parameter.toLowerCase(Locale.ROOT)::endsWith);
    }
}
