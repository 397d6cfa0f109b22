package io.hourshare.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hourshare.contract.CatalogueSource;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.contract.RouteTemplate;
import io.hourshare.contract.SourceFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {

    @TempDir
    Path home;

    @TempDir
    Path drop;

    @Test
    @Tag("F85")
    void aBadTemplateStopsOnlyItsOwnFeeds() throws Exception {
        Files.writeString(drop.resolve("a.xlsx"), "甲");
        Map<String, String> texts = new TreeMap<>(CatalogueSource.embedded().texts());
        texts.put("routes/templates/broken.camel.yaml", "- routeTemplate:\n    id: broken\n    from: {uri: nowhere");
        List<RouteTemplate> templates = List.of(template("broken"), template("xlsx-drop"), template("missing"));
        try (PullBench bench = new PullBench(home, templates, texts, Clock.systemUTC())) {
            assertThat(reason(bench, PullBench.feed("tax.a", "broken", FeedMode.FULL)))
                    .isEqualTo("ROUTE_BROKEN");
            assertThat(reason(bench, PullBench.feed("tax.b", "missing", FeedMode.FULL)))
                    .isEqualTo("ROUTE_BROKEN");
            assertThat(reason(bench, PullBench.feed("tax.c", "unknown", FeedMode.FULL)))
                    .isEqualTo("ROUTE_BROKEN");

            Feed good = PullBench.feed(
                    "park.roster",
                    "xlsx-drop",
                    FeedMode.FULL,
                    "folder",
                    drop.toString(),
                    "files",
                    ".*\\.xlsx",
                    "stableMillis",
                    "10");
            assertThat(bench.pull(good).objects()).hasSize(1);
        }
    }

    private static String reason(PullBench bench, Feed feed) {
        return catchThrowableOfType(PullFailedException.class, () -> bench.pull(feed))
                .reason();
    }

    private static RouteTemplate template(String id) {
        return new RouteTemplate(
                id, id, SourceFormat.XLSX, List.of(), List.of(), "routes/templates/" + id + ".camel.yaml");
    }
}
