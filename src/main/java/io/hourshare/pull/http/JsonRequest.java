package io.hourshare.pull.http;

import io.hourshare.pull.session.Parameters;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** GET of a page, by number, by cursor, or of the bare address; POST where the route gives a body. */
record JsonRequest(Parameters parameters, TimeBounds bounds, int limit) implements Request {

    @Override
    public String method() {
        return JsonBody.of(parameters).method();
    }

    @Override
    public URI address(Paging paging) {
        if (JsonBody.of(parameters).isGiven()) {
            return URI.create(parameters.require("url"));
        }
        Map<String, String> query = new LinkedHashMap<>();
        switch (paging.kind()) {
            case NUMBER -> {
                query.put(parameters.text("pageParameter", "pageNo"), Long.toString(paging.number()));
                query.put(parameters.text("sizeParameter", "pageSize"), Long.toString(paging.size()));
            }
            case CURSOR -> {
                query.put(parameters.text("sizeParameter", "pageSize"), Long.toString(paging.size()));
                String cursor = paging.cursor();
                if (cursor != null) {
                    query.put(parameters.text("cursorParameter", "cursor"), cursor);
                }
            }
            case AUTO, NONE -> {}
        }
        bound(query, "fromParameter", bounds.from());
        bound(query, "toParameter", bounds.to());
        return append(parameters.require("url"), query);
    }

    @Override
    public byte[] body(Paging paging) {
        String cursor = paging.cursor();
        return JsonBody.of(parameters)
                .filled(Map.of(
                        "${pageNo}", Long.toString(paging.number()),
                        "${pageSize}", Long.toString(paging.size()),
                        "${cursor}", cursor == null ? "" : cursor,
                        "${from}", bounds.from(),
                        "${to}", bounds.to()));
    }

    @Override
    public Map<String, String> headers() {
        return JsonBody.of(parameters).headers();
    }

    @Override
    public String name(Paging paging) {
        return String.format(Locale.ROOT, "page-%05d.json", paging.place());
    }

    @Override
    public Paging paging() {
        Paging.Kind kind = Paging.Kind.valueOf(parameters.text("paging", "auto").toUpperCase(Locale.ROOT));
        return new Paging(kind, parameters.number("firstPage", 1), parameters.number("pageSize", 200), limit);
    }

    private void bound(Map<String, String> query, String parameter, String value) {
        parameters.find(parameter).filter(name -> !value.isEmpty()).ifPresent(name -> query.put(name, value));
    }

    private static URI append(String url, Map<String, String> query) {
        if (query.isEmpty()) {
            return URI.create(url);
        }
        String pieces = query.entrySet().stream()
                .map(piece -> encode(piece.getKey()) + "=" + encode(piece.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(url + (url.contains("?") ? "&" : "?") + pieces);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
