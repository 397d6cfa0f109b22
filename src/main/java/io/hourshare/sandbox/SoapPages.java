package io.hourshare.sandbox;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Request;
import io.hourshare.sandbox.source.Listing;
import io.hourshare.sandbox.source.SourceFeed;
import io.hourshare.sandbox.source.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A feed as an old SOAP service gives it: pages of rows, holders nested where there may be several. */
final class SoapPages implements WebService.Endpoint {

    private static final String OPENING = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- 演示数据 -->\n"
            + "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>";
    private static final String CLOSING = "</soap:Body></soap:Envelope>";
    private static final String HOLDER = "QLR";

    private final SourceFeed feed;
    private final String operation;
    private final Listings listings;

    SoapPages(SourceFeed feed, String operation, Listings listings) {
        this.feed = feed;
        this.operation = operation;
        this.listings = listings;
    }

    @Override
    public ResponseDefinitionBuilder answer(Request request) {
        String body = request.getBodyAsString();
        if (!body.contains("<" + operation)) {
            return fault("soap:Client", "未知的操作，应为 " + operation);
        }
        try {
            int size = Integer.parseInt(element(body, "pageSize", "200"));
            int page = Integer.parseInt(element(body, "pageNo", "1"));
            Listing listing = listings.of(feed, element(body, "from", ""), element(body, "to", ""), size);
            return xml(200, rows(listing, page, size));
        } catch (DateTimeException | NumberFormatException e) {
            return fault("soap:Client", "参数不正确：" + e.getMessage());
        }
    }

    private String rows(Listing listing, int page, int size) {
        StringBuilder xml = new StringBuilder(OPENING)
                .append("<ns2:")
                .append(operation)
                .append("Response xmlns:ns2=\"urn:hourshare:query\">");
        append(xml, "total", Integer.toString(listing.total()));
        append(xml, "pageNo", Integer.toString(page));
        append(xml, "pageSize", Integer.toString(size));
        xml.append("<rows>\n");
        listing.page(page).forEach(record -> appendRow(xml, record));
        return xml.append("</rows></ns2:")
                .append(operation)
                .append("Response>")
                .append(CLOSING)
                .toString();
    }

    private void appendRow(StringBuilder xml, SourceRecord record) {
        xml.append("<row>");
        for (String column : feed.columns()) {
            if (!column.startsWith(HOLDER) || !hasHolders()) {
                append(xml, column, record.sent().getOrDefault(column, ""));
            }
        }
        if (hasHolders()) {
            appendHolders(xml, record);
        }
        xml.append("</row>\n");
    }

    private boolean hasHolders() {
        return feed.columns().contains("QLRMC");
    }

    private static void appendHolders(StringBuilder xml, SourceRecord record) {
        for (String which : new String[] {"", "#2", "#3"}) {
            if (which.isEmpty() || record.sent().containsKey("QLRMC" + which)) {
                xml.append("<QLR>");
                append(xml, "QLRMC", record.sent().getOrDefault("QLRMC" + which, ""));
                append(xml, "QLRZJH", record.sent().getOrDefault("QLRZJH" + which, ""));
                xml.append("</QLR>");
            }
        }
    }

    private static void append(StringBuilder xml, String element, String text) {
        if (text.isEmpty()) {
            xml.append('<').append(element).append("/>");
            return;
        }
        xml.append('<').append(element).append('>');
        xml.append(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        xml.append("</").append(element).append('>');
    }

    private static String element(String body, String name, String otherwise) {
        Matcher matcher =
                Pattern.compile("<" + name + ">\\s*([^<]*?)\\s*</" + name + ">").matcher(body);
        return matcher.find() && !matcher.group(1).isEmpty() ? matcher.group(1) : otherwise;
    }

    private static ResponseDefinitionBuilder fault(String code, String text) {
        StringBuilder xml = new StringBuilder(OPENING).append("<soap:Fault>");
        append(xml, "faultcode", code);
        append(xml, "faultstring", text);
        return xml(500, xml.append("</soap:Fault>").append(CLOSING).toString());
    }

    private static ResponseDefinitionBuilder xml(int status, String text) {
        return WireMock.aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/xml;charset=UTF-8")
                .withBody(text.getBytes(StandardCharsets.UTF_8));
    }
}
