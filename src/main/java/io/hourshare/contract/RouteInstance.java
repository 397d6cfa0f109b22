package io.hourshare.contract;

import io.hourshare.kernel.FeedId;
import java.util.Map;

/**
 * One feed's use of a route template, with its parameters; property placeholders are still unresolved.
 *
 * @param file where it stands, relative to the catalogue, for example {@code routes/tax/registration.camel.yaml}
 */
public record RouteInstance(FeedId feed, String template, Map<String, String> parameters, String file) {

    public RouteInstance {
        parameters = Map.copyOf(parameters);
    }
}
