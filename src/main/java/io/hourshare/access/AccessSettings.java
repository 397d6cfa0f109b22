package io.hourshare.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call: {@code hourshare.access}.
 *
 * @param keys registered keys, each with name, role and the SHA-256 of the key
 * @param users people who sign in, each with name, role and the bcrypt of the password
 * @param localSha256 SHA-256 of the key that commands on this machine use while the process lives
 */
@ConfigurationProperties("hourshare.access")
record AccessSettings(
        @DefaultValue List<ApiKey> keys,
        @DefaultValue List<BuiltInUser> users,
        @Nullable String localSha256) {

    AccessSettings {
        keys = List.copyOf(keys);
        users = List.copyOf(users);
    }
}
