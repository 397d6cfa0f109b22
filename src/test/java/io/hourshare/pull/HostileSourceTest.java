package io.hourshare.pull;

import static io.hourshare.pull.BadSource.answer;
import static io.hourshare.pull.BadSource.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hourshare.contract.FeedMode;
import io.hourshare.pull.BadSource.Answer;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that breaks off, stalls, lies or never ends: a reason in time, bounded memory, and nothing landed. */
class HostileSourceTest {

    private static final String PAGE = "{\"total\":2,\"data\":[{\"a\":1},{\"a\":2}]}";
    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofMillis(500);

    @TempDir
    Path folder;

    private PullBench bench;

    @BeforeEach
    void open() {
        bench = new PullBench(folder, PullBench.settings(DEADLINE, SILENCE));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Tag("F23")
    void aBodyShorterThanItsLengthNeverLands() {
        assertFails((request, out, number) -> out.write(answer(PAGE.length() + 50, PAGE)));
    }

    @Test
    @Tag("F23")
    void aBodyLongerThanItsLengthIsCutAndNeverLands() {
        assertFails((request, out, number) -> out.write(answer(PAGE.length() - 5, PAGE)));
    }

    @Test
    @Tag("F23")
    void aBrokenChunkNeverLands() {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertFails((request, out, number) -> out.write(bytes(head + "10\r\n{\"total\":2,\"data\r\nzz\r\n")));
        assertFails((request, out, number) -> out.write(bytes(head + "ffffffffffff\r\n{")));
    }

    @Test
    @Tag("F23")
    void halfOfACompressedBodyNeverLands() {
        byte[] gzip = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, (byte) 0xab, 0x56};
        assertFails((request, out, number) -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
                    + "Content-Length: 400\r\n\r\n"));
            out.write(gzip);
        });
    }

    @Test
    @Tag("F23")
    void randomBytesNeverLand() {
        Random random = new Random(23);
        for (int i = 0; i < 20; i++) {
            byte[] noise = new byte[1 + random.nextInt(3_000)];
            random.nextBytes(noise);
            assertFails((request, out, number) -> out.write(noise));
        }
    }

    @Test
    @Tag("F23")
    void everyPrefixOfAnAnswerIsRefused() {
        byte[] whole = answer(PAGE.length(), PAGE);
        for (int length = 1; length < whole.length; length += 9) {
            byte[] prefix = Arrays.copyOf(whole, length);
            assertFails((request, out, number) -> out.write(prefix));
        }
    }

    @Test
    @Tag("F22")
    void aSourceThatFallsSilentIsGivenUp() {
        assertThat(assertFails((request, out, number) -> {
                    out.write(answer(PAGE.length(), PAGE.substring(0, 10)));
                    out.flush();
                    Thread.sleep(20_000);
                }))
                .isIn("SOURCE_TIMEOUT", "TRUNCATED", "DEADLINE");
    }

    @Test
    @Tag("F22")
    void aSourceThatDribblesIsGivenUpAtTheDeadline() {
        assertFails((request, out, number) -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n"));
            while (true) {
                out.write(' ');
                out.flush();
                Thread.sleep(40);
            }
        });
    }

    @Test
    @Tag("F22")
    void aHeaderThatDribblesOrNeverEndsIsGivenUp() {
        assertFails((request, out, number) -> {
            for (int i = 0; i < 100; i++) {
                out.write(bytes("X-" + i + ": y\r\n"));
                out.flush();
                Thread.sleep(100);
            }
        });
    }

    @Test
    @Tag("F23")
    void anEndlessBodyEndsAtTheLimitOfWhatMayLand() {
        assertFails((request, out, number) -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n[1"));
            endless(out, ",1");
        });
    }

    @Test
    @Tag("F43")
    void endlessNestingEndsWithoutOverflow() {
        assertFails((request, out, number) -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"));
            endless(out, "[");
        });
    }

    @Test
    @Tag("F25")
    void aCursorThatComesBackIsNotFollowedForEver() {
        try (BadSource source = new BadSource((request, out, number) -> {
            String page = "{\"total\":99,\"nextCursor\":\"" + (number % 3) + "\",\"data\":[{\"a\":" + number + "}]}";
            out.write(answer(page.length(), page));
        })) {
            assertThat(reason(source, "paging", "cursor"))
                    .isIn("PAGE_REPEATED", "TOO_MANY_PAGES", "TOTAL_MISMATCH", "DEADLINE");
            assertThat(source.connections()).isLessThan(100);
        }
        assertThat(bench.landed()).isEmpty();
    }

    @Test
    @Tag("F25")
    void aTotalThatNeverComesIsNotPagedForEver() {
        try (BadSource source = new BadSource((request, out, number) -> {
            String page = "{\"total\":100000,\"data\":[{\"a\":1},{\"a\":2}]}";
            out.write(answer(page.length(), page));
        })) {
            reason(source);
            assertThat(source.connections()).isLessThan(300);
        }
        assertThat(bench.landed()).isEmpty();
    }

    private static void endless(OutputStream out, String text) throws Exception {
        byte[] block = bytes(text.repeat(8_192));
        while (true) {
            out.write(block);
        }
    }

    private String assertFails(Answer answer) {
        try (BadSource source = new BadSource(answer)) {
            String reason = reason(source);
            assertThat(bench.landed()).as(reason).isEmpty();
            return reason;
        }
    }

    /** The pull's reason; within the deadline, some silence and what a busy machine adds. */
    private String reason(BadSource source, String... further) {
        List<String> parameters = new ArrayList<>(List.of("url", source.url() + "/list"));
        parameters.addAll(List.of(further));
        long start = System.nanoTime();
        PullFailedException failure = catchThrowableOfType(
                PullFailedException.class,
                () -> bench.pull(PullBench.feed(
                        "tax.hostile" + Math.abs(source.url().hashCode()),
                        "http-paged-json",
                        FeedMode.FULL,
                        parameters.toArray(String[]::new))));
        assertThat(failure).isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.plusSeconds(12));
        assertThat(failure.getMessage()).isNotBlank();
        return failure.reason();
    }
}
