package io.hourshare.pull.http;

import io.hourshare.pull.session.Parameters;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** POST of an envelope whose text the route gives. */
record SoapRequest(Parameters parameters, TimeBounds bounds, int limit) implements Request {

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public URI address(Paging paging) {
        return URI.create(parameters.require("url"));
    }

    @Override
    public byte[] body(Paging paging) {
        String cursor = paging.cursor();
        String text = parameters
                .require("body")
                .replace("${operation}", parameters.require("operation"))
                .replace("${namespace}", escape(parameters.text("namespace", "")))
                .replace("${from}", escape(bounds.from()))
                .replace("${to}", escape(bounds.to()))
                .replace("${pageNo}", Long.toString(paging.number()))
                .replace("${pageSize}", Long.toString(paging.size()))
                .replace("${cursor}", cursor == null ? "" : escape(cursor));
        return text.strip().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Map<String, String> headers() {
        return Map.of(
                "Accept", "text/xml, application/soap+xml",
                "Content-Type", "text/xml; charset=utf-8",
                "SOAPAction", '"' + parameters.text("soapAction", parameters.require("operation")) + '"');
    }

    @Override
    public String name(Paging paging) {
        return String.format(Locale.ROOT, "page-%05d.xml", paging.place());
    }

    @Override
    public Paging paging() {
        Paging.Kind kind =
                Paging.Kind.valueOf(parameters.text("paging", "number").toUpperCase(Locale.ROOT));
        return new Paging(kind, parameters.number("firstPage", 1), parameters.number("pageSize", 200), limit);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
