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
        PageVisitor visitor = new PageVisitor("http://127.0.0.1:" + port);
        Matcher token = TOKEN.matcher(visitor.read("/login").body());
        if (!token.find()) {
            throw new IllegalStateException("No form to sign in by");
        }
        visitor.client.send(
                visitor.request("/login/demonstration")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.discarding());
        return visitor;
    }

    HttpResponse<String> read(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path));
    }
}
