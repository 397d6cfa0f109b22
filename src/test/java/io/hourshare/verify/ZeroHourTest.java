package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.kernel.FeedId;
import io.hourshare.land.Delivery;
import io.hourshare.land.Landing;
import io.hourshare.normalize.BatchHeldException;
import io.hourshare.normalize.Normalization;
import io.hourshare.normalize.NormalizedBatch;
import io.hourshare.store.DataRoot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An hour in which a source gives nothing: an hour's changes may be none, a whole list may not. */
@Tag("F29")
class ZeroHourTest {

    @TempDir
    private Path folder;

    @Test
    void anHourWithoutChangesIsDoneAndAnEmptyWholeListTakesNobodyAway() throws IOException {
        try (ThinTown town = new ThinTown(folder.resolve("data"), 20)) {
            town.bring(0);

            assertThat(nothing(town, "market-regulation.registration").counts().received())
                    .isZero();
            assertThat(current(town, "market-regulation.registration")).isEqualTo(20);

            nothing(town, "park.roster");
            assertThat(current(town, "park.roster")).isEqualTo(20);

            assertThatThrownBy(() -> few(town))
                    .as("compared with the last list that there was")
                    .isInstanceOf(BatchHeldException.class);
            assertThat(current(town, "park.roster")).isEqualTo(20);
        }
    }

    private static NormalizedBatch nothing(ThinTown town, String id) throws IOException {
        Feed feed = town.bean(Catalogue.class).feed(FeedId.parse(id)).orElseThrow();
        try (Delivery delivery = town.bean(Landing.class).begin(feed.id(), TownFiles.window(1), false)) {
            return town.bean(Normalization.class).normalize(feed, delivery.complete(null, null));
        }
    }

    private static void few(ThinTown town) throws IOException {
        Feed feed = town.bean(Catalogue.class).feed(FeedId.parse("park.roster")).orElseThrow();
        try (Delivery delivery = town.bean(Landing.class).begin(feed.id(), TownFiles.window(2), false)) {
            byte[] bytes = TownFiles.of(feed.id(), 2, 4).get("roster.xlsx");
            delivery.keep("roster.xlsx", new ByteArrayInputStream(bytes), "town");
            town.bean(Normalization.class).normalize(feed, delivery.complete(null, null));
        }
    }

    /** Records that are there and not gone. */
    private static long current(ThinTown town, String id) {
        List<String> files = town.bean(Normalization.class).current().files().getOrDefault(FeedId.parse(id), List.of());
        try (Session session = town.bean(Engine.class).open()) {
            session.view(
                    "current",
                    files.stream().map(town.bean(DataRoot.class)::resolve).toList());
            return session.number("select count(*) from current where _op <> 'D'");
        }
    }
}
