package io.hourshare.access;

import io.hourshare.kernel.Digest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The registered keys, found by digest: what is compared says nothing about the key. */
public final class ApiKeys {

    private final Map<String, ApiKey> byDigest;

    ApiKeys(Collection<ApiKey> keys) {
        byDigest =
                keys.stream().collect(Collectors.toUnmodifiableMap(ApiKey::sha256, key -> key, (first, same) -> first));
    }

    /** Whom the key belongs to. */
    public Optional<Caller> caller(String key) {
        return Optional.ofNullable(byDigest.get(Digest.of(key).hex())).map(ApiKey::caller);
    }
}
