package io.hourshare.pull.http;

import io.hourshare.pull.PullFailedException;
import io.hourshare.pull.session.Excerpt;
import io.hourshare.pull.session.PullReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Tells an answer that is data from one that is not, by status and headers. */
final class Answers {

    private static final Pattern FAULT = Pattern.compile("<(?:\\w+:)?(?:faultstring|Text)[^>]*>([^<]*)<");
    private static final Pattern OUR_FAULT =
            Pattern.compile("<(?:\\w+:)?(?:faultcode|Value)[^>]*>[^<]*(?:Client|Sender)");

    private Answers() {}

    static void check(Message answer, InputStream body) throws IOException {
        int status = answer.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        if (status != 200) {
            throw refusal(status, answer, body);
        }
        String type = answer.getHeader("Content-Type", "", String.class).toLowerCase(Locale.ROOT);
        if (type.startsWith("text/html") || type.startsWith("application/xhtml")) {
            throw PullReason.NOT_DATA.failure("来源返回网页而不是数据：" + Excerpt.of(body));
        }
        String encoding = answer.getHeader("Content-Encoding", "identity", String.class);
        if (!encoding.isBlank() && !encoding.equalsIgnoreCase("identity")) {
            throw PullReason.NOT_DATA.failure("来源擅自压缩了内容（" + Excerpt.masked(encoding) + "）");
        }
    }

    private static PullReason reason(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> PullReason.REDIRECTED;
            case 401, 403, 407 -> PullReason.SOURCE_REFUSED;
            case 404, 410 -> PullReason.NOT_FOUND;
            case 429 -> PullReason.SOURCE_BUSY;
            case 204, 205 -> PullReason.EMPTY_ANSWER;
            case 408, 504 -> PullReason.SOURCE_TIMEOUT;
            default -> status >= 500 ? PullReason.SOURCE_ERROR : PullReason.NOT_DATA;
        };
    }

    /** With a SOAP fault's own words where there are some, otherwise with the beginning of what came. */
    private static PullFailedException refusal(int status, Message answer, InputStream body) throws IOException {
        String text = new String(body.readNBytes(1 << 14), StandardCharsets.UTF_8);
        Matcher fault = FAULT.matcher(text);
        String location = answer.getHeader("Location", "", String.class);
        String shown = Excerpt.masked(fault.find() ? "SOAP Fault " + fault.group(1) : text)
                + (location.isEmpty() ? "" : " → " + Excerpt.masked(location));
        // A fault of the asking side stays one however often it is asked.
        PullReason reason = OUR_FAULT.matcher(text).find() ? PullReason.BUSINESS_ERROR : reason(status);
        return reason.failure("来源返回 HTTP " + status + (shown.isBlank() ? "" : "：" + shown));
    }

    /** Retry-After in seconds or as a date. */
    static @Nullable Duration retryAfter(Message answer, Instant now) {
        String wish = answer.getHeader("Retry-After", "", String.class).strip();
        if (wish.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(wish));
        }
        try {
            Duration wait = wish.isEmpty()
                    ? null
                    : Duration.between(now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(wish)));
            return wait == null || !wait.isNegative() ? wait : Duration.ZERO;
        } catch (DateTimeException notADate) {
            return null;
        }
    }
}
