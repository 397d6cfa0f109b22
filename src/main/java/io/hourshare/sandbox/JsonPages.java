package io.hourshare.sandbox;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import io.hourshare.sandbox.source.Listing;
import io.hourshare.sandbox.source.SourceFeed;
import io.hourshare.sandbox.source.SourceRecord;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A feed as pages of JSON, by page number or by cursor, with the total declared. */
final class JsonPages implements WebService.Endpoint {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SourceFeed feed;
    private final Listings listings;
    private final boolean byCursor;
    private final Hiccups hiccups;

    JsonPages(SourceFeed feed, Listings listings, boolean byCursor, Hiccups hiccups) {
        this.feed = feed;
        this.listings = listings;
        this.byCursor = byCursor;
        this.hiccups = hiccups;
    }

    @Override
    public ResponseDefinitionBuilder answer(Request request) {
        try {
            int size = Integer.parseInt(parameter(request, "pageSize", "200"));
            int page = byCursor ? cursor(request) : Integer.parseInt(parameter(request, "pageNo", "1"));
            if (hiccups.befalls(feed.id(), page)) {
                return WireMock.aResponse().withStatus(429).withHeader("Retry-After", "1");
            }
            Listing listing =
                    listings.of(feed, parameter(request, "updatedFrom", ""), parameter(request, "updatedTo", ""), size);
            return ok(body(listing, page, size));
        } catch (DateTimeException | IllegalArgumentException e) {
            return problem("400", "参数不正确：" + e.getMessage());
        }
    }

    private Map<String, @Nullable Object> body(Listing listing, int page, int size) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("code", "0");
        body.put("message", "ok");
        body.put("notice", "演示数据");
        body.put("total", listing.total());
        body.put("pageNo", page);
        body.put("pageSize", size);
        body.put("nextCursor", byCursor && page < listing.pages() ? seal(page + 1) : null);
        body.put(
                "data",
                listing.page(page).stream().map(record -> row(feed, record)).toList());
        return body;
    }

    private static Map<String, @Nullable Object> row(SourceFeed feed, SourceRecord record) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (String column : feed.columns()) {
            String value = record.sent().get(column);
            boolean number = value != null
                    && feed.numbers().contains(column)
                    && NUMBER.matcher(value).matches();
            row.put(column, number ? new BigDecimal(value) : value);
        }
        return row;
    }

    /** A refusal of the business, under HTTP 200 as such interfaces have it. */
    static ResponseDefinitionBuilder problem(String code, String message) {
        return ok(Map.of("code", code, "message", message));
    }

    /** A short answer without pages. */
    static ResponseDefinitionBuilder list(SourceFeed feed, List<SourceRecord> records) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("code", "0");
        body.put("message", "ok");
        body.put("notice", "演示数据");
        body.put("total", records.size());
        body.put("data", records.stream().map(record -> row(feed, record)).toList());
        return ok(body);
    }

    private static ResponseDefinitionBuilder ok(Map<String, ?> body) {
        return WireMock.aResponse()
                .withHeader("Content-Type", "application/json;charset=UTF-8")
                .withBody(JSON.writeValueAsBytes(body));
    }

    private static int cursor(Request request) {
        String sealed = parameter(request, "cursor", "");
        return sealed.isEmpty()
                ? 1
                : Integer.parseInt(
                        new String(Base64.getUrlDecoder().decode(sealed), StandardCharsets.US_ASCII).substring(2));
    }

    private static String seal(int page) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("p:" + page).getBytes(StandardCharsets.US_ASCII));
    }

    static String parameter(Request request, String name, String otherwise) {
        QueryParameter parameter = request.queryParameter(name);
        List<String> values = parameter.isPresent() ? parameter.values() : List.of();
        return values.isEmpty() ? otherwise : values.get(0);
    }
}
