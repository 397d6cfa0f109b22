package io.hourshare.sandbox;

import io.hourshare.kernel.Digest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A plain client that signs its calls as the departments' gateways ask. */
record SignedCalls(Map<String, String> sources, Clock clock) {

    HttpResponse<String> get(String department, String path) throws IOException, InterruptedException {
        return call(department, path, "");
    }

    HttpResponse<String> call(String department, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = once(department, path, body);
        return answer.statusCode() == 429 ? once(department, path, body) : answer;
    }

    private HttpResponse<String> once(String department, String path, String body)
            throws IOException, InterruptedException {
        String prefix = "hourshare.sources." + department + ".";
        URI address = URI.create(sources.get(prefix + "url") + path);
        String nonce = UUID.randomUUID().toString().replace("-", "");
        String time = Long.toString(clock.millis());
        String query = address.getRawQuery() == null
                ? ""
                : String.join(
                        "&",
                        Arrays.stream(address.getRawQuery().split("&")).sorted().toList());
        String method = body.isEmpty() ? "GET" : "POST";
        String text = String.join(
                "\n",
                method,
                address.getRawPath(),
                query,
                time,
                nonce,
                Digest.of(body).hex());
        HttpRequest request = HttpRequest.newBuilder(address)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("X-App-Key", sources.get(prefix + "app-key"))
                .header("X-Timestamp", time)
                .header("X-Nonce", nonce)
                .header("X-Signature", hmac(sources.get(prefix + "app-secret"), text))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
