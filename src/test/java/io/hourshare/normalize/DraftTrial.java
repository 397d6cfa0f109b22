package io.hourshare.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueReading;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedDraft;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.kernel.FeedId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Samples of departments that nobody here knows: drafted, loaded and tried as they stand. */
record DraftTrial(Path folder) {

    /**
     * Drafts, loads and tries a sample; nothing of it may be set aside.
     *
     * @param shown {@code column=source[>canonical]} that the first record must show
     * @return what the draft says of its guesses
     */
    List<String> tried(String id, String name, byte[] bytes, String... shown) throws IOException {
        return drafted(id, name, bytes, 2, shown);
    }

    /** As {@link #tried}, of a sample with at least so many records. */
    List<String> drafted(String id, String name, byte[] bytes, int records, String... shown) throws IOException {
        Path sample = Files.write(folder.resolve("sample"), bytes);
        FeedDraft draft = FeedDraft.of(FeedId.parse(id), name, bytes, NormalizeBench.CATALOGUE);
        for (Map.Entry<String, String> file : draft.files().entrySet()) {
            Path target = folder.resolve("catalogue").resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
        CatalogueReading reading = CatalogueReader.read(CatalogueSource.directory(folder.resolve("catalogue")));
        assertThat(reading.problems())
                .filteredOn(problem -> draft.files().containsKey(problem.file()))
                .filteredOn(problem -> !problem.toString().contains("hourshare.sources"))
                .isEmpty();
        Feed feed = reading.catalogue().feed(draft.id()).orElseThrow();
        Engine engine = new Engine(new EngineSettings("256MB", 1), folder.resolve("spill"));

        TriedSample tried = new SampleTrial(reading.catalogue(), engine).of(feed, sample, NormalizeBench.HOUR, 1);

        assertThat(tried.reasons()).isEmpty();
        assertThat(tried.accepted()).isGreaterThanOrEqualTo(records);
        Map<String, String> values = new TreeMap<>();
        tried.records()
                .get(0)
                .values()
                .forEach(value -> values.put(value.from() + "=" + value.source(), value.value()));
        for (String one : shown) {
            List<String> parts = List.of(one.split(">"));
            assertThat(values).containsKey(parts.get(0));
            if (parts.size() > 1 && !parts.get(1).contains("_")) {
                assertThat(values.get(parts.get(0))).startsWith(parts.get(1));
            }
        }
        return draft.notes();
    }
}
