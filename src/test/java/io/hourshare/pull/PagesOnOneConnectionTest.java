package io.hourshare.pull;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.hourshare.contract.FeedMode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection of its own for each page would cost a department's gateway more than the page. */
class PagesOnOneConnectionTest {

    private static final int PAGES = 40;

    @TempDir
    private Path folder;

    @Test
    void allPagesOfAPullComeOverOneConnection() throws IOException {
        Set<InetSocketAddress> callers = ConcurrentHashMap.newKeySet();
        AtomicInteger page = new AtomicInteger();
        HttpServer source = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        source.createContext("/list", exchange -> {
            callers.add(exchange.getRemoteAddress());
            int number = page.incrementAndGet();
            byte[] body = ("{\"code\":\"0\",\"total\":" + PAGES + ",\"data\":[{\"CBRS\":" + number + "}]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        source.start();
        try (PullBench bench = new PullBench(folder)) {
            String url = "http://127.0.0.1:" + source.getAddress().getPort() + "/list";
            assertThat(bench.pull(PullBench.feed(
                                    "housing.completion",
                                    "http-paged-json",
                                    FeedMode.INCREMENTAL,
                                    "url",
                                    url,
                                    "paging",
                                    "number",
                                    "pageSize",
                                    "1"))
                            .objects())
                    .hasSize(PAGES);
        } finally {
            source.stop(0);
        }
        assertThat(callers).hasSize(1);
    }
}
