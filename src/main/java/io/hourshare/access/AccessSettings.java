package io.hourshare.access;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call: {@code hourshare.access}.
 *
 * @param keys registered keys, each with name, role and the SHA-256 of the key
 */
@ConfigurationProperties("hourshare.access")
record AccessSettings(@DefaultValue List<ApiKey> keys) {

    AccessSettings {
        keys = List.copyOf(keys);
    }
}
