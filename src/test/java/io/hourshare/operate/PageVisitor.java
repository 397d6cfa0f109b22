package io.hourshare.operate;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at a demonstration's pages: signed in as it offers, and reading what stands there. */
final class PageVisitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String root;

    private PageVisitor(String root) {
        this.root = root;
    }

    static PageVisitor at(int port) throws IOException, InterruptedException {
        return new PageVisitor("http://127.0.0.1:" + port).signedIn("/login/demonstration", "");
    }

    /** Somebody who signs in with a key. */
    static PageVisitor at(int port, String key) throws IOException, InterruptedException {
        return new PageVisitor("http://127.0.0.1:" + port).signedIn("/login", "name=&key=" + encoded(key) + "&");
    }

    private PageVisitor signedIn(String form, String fields) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(read("/login").body());
        if (!token.find()) {
            throw new IllegalStateException("No form to sign in by");
        }
        client.send(
                request(form)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(fields + "_csrf=" + encoded(token.group(1))))
                        .build(),
                BodyHandlers.discarding());
        return this;
    }

    HttpResponse<String> read(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    /** A page or a file, as it is. */
    HttpResponse<byte[]> open(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofByteArray());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path));
    }
}
