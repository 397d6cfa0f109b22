package io.hourshare.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.contract.Feed;
import io.hourshare.contract.SourceFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects of several chunks: threads that decode ahead change nothing, neither bytes nor order. */
class ReadingAheadTest {

    private static final int RECORDS = 9_000;
    private static final int FAULTY = 700;

    private final Feed feed = NormalizeBench.reading(
            NormalizeBench.feed("market-regulation.registration"), SourceFormat.JSON, Map.of("records", "data"));

    @TempDir
    private Path folder;

    @Test
    void theSameBytesWhateverTheThreads() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (int threads : new int[] {1, 2, 4}) {
            try (NormalizeBench bench =
                    new NormalizeBench(folder.resolve("with" + threads), NormalizeBench.CATALOGUE, threads)) {
                NormalizedBatch batch = bench.normalize(feed, "page.json", page("]}"));
                assertThat(batch.counts().received()).isEqualTo(RECORDS);
                assertThat(batch.counts().quarantined()).isEqualTo(13);
                for (String file : all(batch)) {
                    files.add(Files.readAllBytes(bench.root.resolve(file)));
                }
            }
        }
        assertThat(files).hasSize(6);
        assertThat(files.get(2)).isEqualTo(files.get(0));
        assertThat(files.get(3)).isEqualTo(files.get(1));
        assertThat(files.get(4)).isEqualTo(files.get(0));
        assertThat(files.get(5)).isEqualTo(files.get(1));
    }

    @Test
    void recordsStandInTheOrderOfTheObject() {
        try (NormalizeBench bench = new NormalizeBench(folder)) {
            NormalizedBatch batch = bench.normalize(feed, "page.json", page("]}"));

            String ordered =
                    "select count(*) from (select _ordinal - lag(_ordinal, 1, -1) over (order by file_row_number)"
                            + " as step from read_parquet(";
            for (String file : all(batch)) {
                String ordinal = file.contains("quarantine") ? "ordinal" : "_ordinal";
                String path = "'" + bench.root.resolve(file) + "'";
                String sql = ordered.replace("_ordinal", ordinal) + path + ", file_row_number = true)) where step < 1";
                assertThat(bench.select(List.of(file), sql)).containsExactly("0");
            }
        }
    }

    @Test
    void anObjectThatEndsTooSoonLeavesNothing() throws IOException {
        try (NormalizeBench bench = new NormalizeBench(folder)) {
            assertThatThrownBy(() -> bench.normalize(feed, "page.json", page(",{\"PRIPID\":\"3304")))
                    .isInstanceOf(BatchHeldException.class);

            try (Stream<Path> left = Files.walk(bench.root.path())) {
                assertThat(left.filter(Files::isRegularFile)
                                .map(Path::toString)
                                .filter(file -> file.contains("lake") || file.endsWith(".tmp")))
                        .isEmpty();
            }
        }
    }

    private static List<String> all(NormalizedBatch batch) {
        return Stream.concat(batch.records().stream(), batch.quarantine().stream())
                .toList();
    }

    private static String page(String end) {
        return IntStream.range(0, RECORDS)
                .mapToObj(i ->
                        "{\"PRIPID\":\"%s\",\"UNISCID\":\"%s\",\"ENTNAME\":\"平湖第%d号科技有限公司\",\"ESTDATE\":\"2004-11-13\"}"
                                .formatted(
                                        i % FAULTY == 1 ? "" : "3304820" + (10_000 + i),
                                        i % 3 == 0 ? "91330482MA0000007A" : "",
                                        i))
                .collect(Collectors.joining(",", "{\"data\":[", end));
    }
}
