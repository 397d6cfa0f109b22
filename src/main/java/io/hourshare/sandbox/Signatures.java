package io.hourshare.sandbox;

import com.github.tomakehurst.wiremock.http.Request;
import io.hourshare.kernel.Digest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Checks the signed headers that departments' gateways ask for. */
final class Signatures {

    private static final Duration DRIFT = Duration.ofMinutes(5);
    private static final int REMEMBERED = 20_000;

    private final Clock clock;
    private final Map<String, String> secrets;
    private final Set<String> nonces = Collections.newSetFromMap(Collections.synchronizedMap(new Recent()));

    /** @param secrets by application key */
    Signatures(Clock clock, Map<String, String> secrets) {
        this.clock = clock;
        this.secrets = Map.copyOf(secrets);
    }

    /** Why a request is refused, if it is. */
    Optional<String> refusal(Request request) {
        String secret = secrets.get(header(request, "X-App-Key"));
        if (secret == null) {
            return Optional.of("应用标识无效");
        }
        if (!isTimely(header(request, "X-Timestamp"))) {
            return Optional.of("时间戳超出允许范围");
        }
        byte[] expected = signature(secret, request).getBytes(StandardCharsets.US_ASCII);
        byte[] given = header(request, "X-Signature").getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, given)) {
            return Optional.of("签名不正确");
        }
        return nonces.add(header(request, "X-Nonce")) ? Optional.empty() : Optional.of("随机串重复");
    }

    private boolean isTimely(String millis) {
        try {
            long drift = Math.abs(clock.millis() - Long.parseLong(millis));
            return drift <= DRIFT.toMillis();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String signature(String secret, Request request) {
        String url = request.getUrl();
        int mark = url.indexOf('?');
        String query = mark < 0
                ? ""
                : Arrays.stream(url.substring(mark + 1).split("&", -1)).sorted().collect(Collectors.joining("&"));
        byte @Nullable [] body = request.getBody();
        String text = String.join(
                "\n",
                request.getMethod().getName(),
                WebService.path(request),
                query,
                header(request, "X-Timestamp"),
                header(request, "X-Nonce"),
                Digest.of(body == null ? new byte[0] : body).hex());
        return HexFormat.of().formatHex(hmac(secret, text));
    }

    private static byte[] hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private static String header(Request request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }

    private static final class Recent extends LinkedHashMap<String, Boolean> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }
}
