package io.hourshare.operate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks for enterprises at a steady rate without waiting for answers. Each answer's time counts from when its question
 * was due, so that a pause of the server is felt by all whom it kept waiting.
 */
final class SteadyLookups {

    private final String base;
    private final List<String> ids;

    /** As browsers and scripts ask: by default the client would offer HTTP/2 with each question. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Random random = new Random(3);
    private final AtomicInteger failures = new AtomicInteger();

    SteadyLookups(String base, Path ids) throws IOException {
        this.base = base;
        this.ids = Files.readAllLines(ids);
    }

    /** Asks so many questions, two at a time, so that both sides are compiled as in a service that runs for days. */
    void warm(int questions) {
        double[] millis = new double[questions];
        CompletableFuture<?>[] lanes = new CompletableFuture<?>[2];
        for (int lane = 0; lane < lanes.length; lane++) {
            int first = lane;
            lanes[lane] = CompletableFuture.runAsync(() -> {
                for (int i = first; i < questions; i += lanes.length) {
                    ask(System.nanoTime(), i, millis).join();
                }
            });
        }
        CompletableFuture.allOf(lanes).join();
    }

    String run(int perSecond, int seconds) {
        double[] millis = ask(perSecond, seconds);
        Arrays.sort(millis);
        return "p50 %.1f p99 %.1f max %.1f failures %d"
                .formatted(
                        millis[millis.length / 2],
                        millis[(int) (millis.length * 0.99)],
                        millis[millis.length - 1],
                        failures.get());
    }

    private double[] ask(int perSecond, int seconds) {
        double[] millis = new double[perSecond * seconds];
        List<CompletableFuture<?>> answers = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < millis.length; i++) {
            long due = start + i * (1_000_000_000L / perSecond);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            answers.add(ask(due, i, millis));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        return millis;
    }

    private CompletableFuture<?> ask(long due, int place, double[] millis) {
        String id = ids.get(random.nextInt(ids.size()));
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/v1/enterprises/" + id))
                .header("X-API-Key", "demonstration")
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).handle((response, fault) -> {
            millis[place] = (System.nanoTime() - due) / 1e6;
            if (fault != null || response.statusCode() != 200) {
                failures.incrementAndGet();
            }
            return null;
        });
    }
}
