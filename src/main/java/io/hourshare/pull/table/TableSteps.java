package io.hourshare.pull.table;

import io.hourshare.contract.FeedMode;
import io.hourshare.pull.PullRequest;
import io.hourshare.pull.session.Parameters;
import io.hourshare.pull.session.PullReason;
import io.hourshare.pull.session.PullSession;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Steps of the {@code jdbc-view} route: bounds, rows, and whether they are all. */
public final class TableSteps {

    private static final Pattern NAME =
            Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$#]*(\\.[\\p{L}_][\\p{L}\\p{N}_$#]*){0,2}");
    private static final Pattern NAMES = Pattern.compile(NAME + "( *, *" + NAME + ")*");
    private static final LocalDateTime BEGINNING = LocalDateTime.of(1900, 1, 1, 0, 0);

    /** Refuses parameters that could smuggle SQL into the statement; values are always bound. */
    public static void checkNames(Parameters parameters) {
        check("table", parameters.require("table"), NAME);
        check("key", parameters.require("key"), NAMES);
        parameters.find("updatedAt").ifPresent(column -> check("updatedAt", column, NAME));
    }

    /** Sets the bounds; {@code variable.listed} says that the whole list is asked for. */
    public void begin(Exchange exchange) {
        PullSession session = PullSession.of(exchange);
        PullRequest request = session.request();
        boolean listed = session.parameters().find("updatedAt").isEmpty()
                || request.feed().contract().mode() == FeedMode.FULL;
        exchange.setVariable("listed", listed);
        exchange.setVariable("more", true);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        if (!listed) {
            message.setHeader("from", request.initial() ? bound(session, BEGINNING) : bound(session, request.from()));
            message.setHeader("to", bound(session, request.to()));
            message.setHeader("initial", request.initial() ? 1 : 0);
        }
    }

    /** Remembers the newest change and the number of rows up to it, before the rows are read. */
    public void bounds(Exchange exchange) {
        PullSession session = PullSession.of(exchange);
        session.checkDeadline();
        Map<?, ?> row = exchange.getMessage().getBody(Map.class);
        Object newest = row.get("newest");
        session.declare(row.get("total") instanceof Number total ? total.longValue() : null);
        session.reaches(newest == null ? null : instant(session, newest));
        exchange.getMessage().setHeader("newest", newest == null ? bound(session, BEGINNING) : newest);
    }

    /** Lands the rows; where their number differs from what was counted just before, everything is asked again. */
    public void keep(Exchange exchange) throws IOException {
        PullSession session = PullSession.of(exchange);
        Iterator<?> rows = exchange.getMessage().getBody(Iterator.class);
        long[] count = {0};
        session.delivery().keep("rows.jsonl", origin(session), bytes -> count[0] = write(session, rows, bytes));
        Long expected = session.declared();
        boolean complete = expected != null && expected == count[0];
        if (!complete) {
            session.restart(PullReason.TOTAL_CHANGED, "先计得 " + expected + " 行，实读 " + count[0] + " 行");
            begin(exchange);
        }
        exchange.setVariable("more", !complete);
        exchange.getMessage().setBody(null);
    }

    private static long write(PullSession session, Iterator<?> rows, OutputStream bytes) throws IOException {
        long count = 0;
        Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16);
        while (rows.hasNext()) {
            RowText.write(row(rows.next()), out);
            if (++count % 1000 == 0) {
                session.checkDeadline();
            }
        }
        out.flush();
        return count;
    }

    @SuppressWarnings("unchecked") // StreamList gives column maps
    private static Map<String, @Nullable Object> row(Object next) {
        return (Map<String, @Nullable Object>) next;
    }

    private static String origin(PullSession session) {
        String url = session.parameters().require("jdbcUrl");
        int options = url.indexOf(';') < 0 ? url.indexOf('?') : url.indexOf(';');
        return (options < 0 ? url : url.substring(0, options)) + " "
                + session.parameters().require("table");
    }

    private static Object bound(PullSession session, Instant instant) {
        return bound(
                session, LocalDateTime.ofInstant(instant, session.settings().zone()));
    }

    private static Object bound(PullSession session, LocalDateTime local) {
        return session.parameters()
                .find("updatedAtPattern")
                .<Object>map(pattern -> DateTimeFormatter.ofPattern(pattern).format(local))
                .orElseGet(() ->
                        session.parameters().text("updatedAtZoned", "false").equals("true")
                                ? local.atZone(session.settings().zone()).toOffsetDateTime()
                                : local);
    }

    private static @Nullable Instant instant(PullSession session, Object newest) {
        ZoneId zone = session.settings().zone();
        if (newest instanceof Timestamp timestamp) {
            return timestamp.toLocalDateTime().atZone(zone).toInstant();
        } else if (newest instanceof java.sql.Date date) {
            return date.toLocalDate().atStartOfDay(zone).toInstant();
        } else if (newest instanceof OffsetDateTime moment) {
            return moment.toInstant();
        }
        return session.parameters()
                .find("updatedAtPattern")
                .map(pattern -> LocalDateTime.parse(newest.toString(), DateTimeFormatter.ofPattern(pattern)))
                .map(local -> local.atZone(zone).toInstant())
                .orElse(null);
    }

    private static void check(String parameter, String value, Pattern allowed) {
        if (!allowed.matcher(value).matches()) {
            throw PullReason.ROUTE_BROKEN.failure("路由参数 " + parameter + " 只能是表名或列名，实为 " + value);
        }
    }
}
