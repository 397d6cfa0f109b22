package io.hourshare.contract;

import java.util.List;

/**
 * A way of fetching, written once.
 *
 * @param format what it lands: {@code rows} (JSON lines), {@code json}, {@code csv}, {@code xml} or {@code xlsx}
 * @param file where it stands, relative to the catalogue
 */
public record RouteTemplate(
        String id, String title, SourceFormat format, List<String> required, List<String> optional, String file) {

    public RouteTemplate {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }
}
