package io.hourshare.pull.http;

import io.hourshare.kernel.Digest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Headers that prove who asks: HMAC-SHA256 over method, path, query sorted by parameter, time, nonce and the
 * body's digest, each on a line of its own.
 */
public record Signature(String key, String secret) {

    public Map<String, String> headers(String method, URI address, byte[] body, Instant now) {
        String time = Long.toString(now.toEpochMilli());
        String nonce = UUID.randomUUID().toString().replace("-", "");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-App-Key", key);
        headers.put("X-Timestamp", time);
        headers.put("X-Nonce", nonce);
        headers.put("X-Signature", sign(method, address, body, time, nonce));
        return headers;
    }

    public String sign(String method, URI address, byte[] body, String time, String nonce) {
        String text = String.join(
                "\n",
                method,
                address.getRawPath(),
                sorted(address.getRawQuery()),
                time,
                nonce,
                Digest.of(body).hex());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private static String sorted(@org.jspecify.annotations.Nullable String query) {
        return query == null ? "" : Arrays.stream(query.split("&")).sorted().collect(Collectors.joining("&"));
    }
}
