package io.hourshare.contract;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a drafted feed is to be fetched, as far as somebody said.
 *
 * @param template id of the route template; chosen by the sample's format where null
 * @param values values of its parameters by name; what is missing becomes a placeholder
 */
public record RouteWish(@Nullable String template, Map<String, String> values) {

    /** Nothing was said. */
    public static final RouteWish NONE = new RouteWish(null, Map.of());

    public RouteWish {
        values = Map.copyOf(values);
    }
}
