package io.hourshare.serve;

import io.hourshare.kernel.Digest;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Gives every answer of the interface a strong entity tag over its bytes, and 304 to whoever has them already.
 *
 * <p>So an answer that a publication did not touch stays valid, whatever else was published.
 */
final class EntityTags extends ShallowEtagHeaderFilter {

    @Override
    protected String generateETagHeaderValue(InputStream body, boolean weak) throws IOException {
        return "\"" + Digest.of(body.readAllBytes()).hex().substring(0, 32) + "\"";
    }
}
