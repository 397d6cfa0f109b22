package io.hourshare.access;

import io.hourshare.kernel.Digest;
import java.util.Locale;

/**
 * A registered key; the key itself is nowhere kept.
 *
 * @param sha256 of the key's UTF-8 bytes, hexadecimal
 */
public record ApiKey(String name, Role role, String sha256) {

    public ApiKey {
        sha256 = new Digest(sha256.toLowerCase(Locale.ROOT)).hex();
    }

    static ApiKey of(String name, Role role, String key) {
        return new ApiKey(name, role, Digest.of(key).hex());
    }

    Caller caller() {
        return new Caller(name, role);
    }
}
