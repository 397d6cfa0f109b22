package io.hourshare.pull.folder;

import io.hourshare.contract.FeedMode;
import io.hourshare.land.KeptObject;
import io.hourshare.land.Landing;
import io.hourshare.pull.session.PullReason;
import io.hourshare.pull.session.PullSession;
import io.hourshare.pull.session.TimedStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Steps of the routes that look into a folder: take what is there, file by file, and leave it where it is. */
public final class FileSteps {

    /** Which files are taken. */
    private enum Take {
        /** Those that did not land before. */
        NEW,
        ALL,
        /** Only the youngest: it replaces the others. */
        NEWEST
    }

    private final Landing landing;

    public FileSteps(Landing landing) {
        this.landing = landing;
    }

    public void begin(Exchange exchange) {
        PullSession session = PullSession.of(exchange);
        session.progress(take(session));
        watch(exchange, session).begin(take(session) == Take.NEW);
        exchange.setVariable("more", true);
    }

    /** Nothing of the file before may be taken for the next one. */
    public void look(Exchange exchange) {
        PullSession session = PullSession.of(exchange);
        session.checkDeadline();
        watch(exchange, session).list();
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(null);
    }

    /** Lands the file that the folder gave; where it gave none, waits for what still grows or ends the pull. */
    public void keep(Exchange exchange) throws IOException {
        PullSession session = PullSession.of(exchange);
        FolderWatch watch = watch(exchange, session);
        Message message = exchange.getMessage();
        if (message.getHeader(Exchange.FILE_NAME_ONLY) == null || message.getBody() == null) {
            if (watch.waits(Duration.ofMillis(session.parameters().number("stablePatience", 5000)))) {
                session.pause(watch.settling());
            } else {
                end(exchange, session);
            }
            return;
        }
        land(session, watch, message);
        if (session.progress(Take.class) == Take.NEWEST) {
            end(exchange, session);
        } else if (session.delivery().objects().size() > session.settings().pages()) {
            throw PullReason.TOO_MANY_PAGES.failure(
                    "一次交付的文件超过 " + session.settings().pages() + " 个");
        }
    }

    private void land(PullSession session, FolderWatch watch, Message message) throws IOException {
        String name = message.getHeader(Exchange.FILE_NAME_ONLY, String.class);
        long size = message.getHeader(Exchange.FILE_LENGTH, -1L, Long.class);
        long modified = message.getHeader(Exchange.FILE_LAST_MODIFIED, 0L, Long.class);
        String key = FolderWatch.key(name, size, modified);
        KeptObject kept;
        try (InputStream bytes = Optional.ofNullable(message.getBody(InputStream.class))
                .orElseThrow(() -> new IOException("no bytes of " + name))) {
            kept = session.delivery().keep(name, new TimedStream(bytes, session), watch.origin(key));
        }
        if (size >= 0 && kept.size() != size) {
            session.delivery().drop(kept);
            throw PullReason.TRUNCATED.failure("文件 " + name + " 应为 " + size + " 字节，实收 " + kept.size() + " 字节");
        }
        watch.take(key);
        if (repeats(session, kept)) {
            watch.repeats(key);
            session.delivery().drop(kept);
        }
        reach(session, Instant.ofEpochMilli(modified));
    }

    /** The same content under another name is nothing new. */
    private boolean repeats(PullSession session, KeptObject kept) {
        boolean twice = session.delivery().objects().stream()
                .anyMatch(other -> other != kept && other.digest().equals(kept.digest()));
        return twice
                || (session.progress(Take.class) == Take.NEW
                        && landing.holds(session.request().feed().id(), kept.digest()));
    }

    private static void end(Exchange exchange, PullSession session) {
        boolean whole = session.progress(Take.class) != Take.NEW;
        if (whole && session.delivery().objects().isEmpty()) {
            throw PullReason.NO_FILE.failure("没有符合 " + session.parameters().require("files") + " 的文件");
        }
        exchange.setVariable("more", false);
    }

    private static void reach(PullSession session, Instant modified) {
        Instant reached = session.sourceTime();
        session.reaches(reached == null || modified.isAfter(reached) ? modified : reached);
    }

    private static Take take(PullSession session) {
        Take usual = session.request().feed().contract().mode() == FeedMode.FULL ? Take.ALL : Take.NEW;
        String text = session.parameters().text("take", usual.name());
        return Take.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static FolderWatch watch(Exchange exchange, PullSession session) {
        return exchange.getContext()
                .getRegistry()
                .lookupByNameAndType(
                        "hourshareWatch-" + session.request().feed().id(), FolderWatch.class);
    }
}
