package io.hourshare.pull.http;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.jspecify.annotations.Nullable;

/** Lets only the headers through that we know, in both directions: a source must not steer Camel. */
public final class EdgeHeaders implements HeaderFilterStrategy {

    private static final Set<String> IN =
            Set.of("content-type", "content-length", "content-encoding", "retry-after", "location");

    @Override
    public boolean applyFilterToCamelHeaders(String name, @Nullable Object value, Exchange exchange) {
        return name.toLowerCase(Locale.ROOT).startsWith("camel");
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, @Nullable Object value, Exchange exchange) {
        return !IN.contains(name.toLowerCase(Locale.ROOT));
    }
}
