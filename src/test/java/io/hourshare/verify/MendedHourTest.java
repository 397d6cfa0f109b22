package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.FeedId;
import io.hourshare.land.LandedBatch;
import io.hourshare.land.Landing;
import io.hourshare.normalize.Normalization;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A contract was too strict for an hour; once it is mended, the records it sent back come in and every law holds. */
class MendedHourTest {

    private static final Path CONTRACT = Path.of("schemas/market-regulation/registration.odcs.yaml");
    private static final FeedId REGISTRATION = FeedId.parse("market-regulation.registration");

    @TempDir
    Path folder;

    @Test
    void anHourWhoseReturnedRecordsCameInLaterKeepsEveryLaw() throws Exception {
        Path home = folder.resolve("town");
        try (ThinTown town = new ThinTown(home, 12, Map.of("hourshare.catalogue", strict().toString()))) {
            town.hour(0);
        }
        try (ThinTown town = new ThinTown(home, 12)) {
            BatchAdopted before = adopted(town);
            mend(town);
            BatchAdopted after = adopted(town);

            assertThat(after.counts().received()).isEqualTo(before.counts().received());
            assertThat(after.counts().accepted()).isGreaterThan(before.counts().accepted() + 3);
            assertThat(after.files()).contains(before.files().get(0));
            town.hour(1);
            town.publish(TownFiles.window(1));
        }

        assertThat(TownCopies.verify(home, Level.DEEP).findings())
                .extracting(Finding::text)
                .isEmpty();
        IndependentChecker.require();
        JsonNode said = IndependentChecker.judge(home, true);
        assertThat(said.path("exit").asInt()).as(said.toString()).isZero();
    }

    /** The embedded catalogue, but for a contract that lets even house numbers in alone. */
    private Path strict() throws IOException {
        Path changed = folder.resolve("strict").resolve(CONTRACT);
        Files.createDirectories(changed.getParent());
        Files.writeString(
                changed,
                Files.readString(CONTRACT)
                        .replace(
                                "name: DOM, businessName: 住所, logicalType: string",
                                "name: DOM, businessName: 住所, logicalType: string, required: true,"
                                        + " logicalTypeOptions: { pattern: '.*[02468]号' }"));
        return folder.resolve("strict");
    }

    private static void mend(ThinTown town) {
        Feed feed = town.bean(Catalogue.class).feed(REGISTRATION).orElseThrow();
        LandedBatch landed =
                town.bean(Landing.class).find(REGISTRATION, TownFiles.window(0)).orElseThrow();
        town.bean(Normalization.class).mend(feed, landed);
    }

    private static BatchAdopted adopted(ThinTown town) {
        return town.bean(Ledger.class)
                .slot(REGISTRATION, TownFiles.window(0))
                .orElseThrow()
                .adopted();
    }
}
