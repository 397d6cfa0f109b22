package io.hourshare.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.FeedId;
import io.hourshare.sandbox.SandboxSettings;
import io.hourshare.sandbox.source.ChangeFeed;
import io.hourshare.sandbox.source.RegistrationFeed;
import io.hourshare.sandbox.source.SourceRecord;
import io.hourshare.sandbox.world.World;
import io.hourshare.serve.profile.Profiles;
import io.hourshare.web.ProfilePage.Event;
import io.hourshare.web.ProfilePages;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Whatever the sandbox's register has on file as changed, dirt and all, stands on its enterprise's timeline. */
class ChangesOnTimelineTest {

    private static final Instant HOUR = Instant.parse("2026-11-20T02:00:00Z");

    @Test
    void everySeededChangeIsToldInOrderWithWhatItWasAbout(@TempDir Path folder) throws Exception {
        SandboxSettings settings = SandboxSettings.usual(folder.resolve("town")).withSize(600, 120);
        World world = new World(settings.seed(), settings.enterprises(), settings.park());
        List<SourceRecord> register =
                new RegistrationFeed(world, settings.dirt()).records(HOUR).toList();
        List<SourceRecord> changes =
                new ChangeFeed(world, settings.dirt()).records(HOUR).toList();
        SeededChanges seeded;
        try (StoryTown town = new StoryTown(folder.resolve("home"))) {
            town.bring(FeedId.parse("market-regulation.registration"), rows(register));
            town.bring(FeedId.parse("market-regulation.change"), rows(changes));
            town.publish();
            seeded = SeededChanges.of(register, changes, town.bean(Profiles.class), town.bean(ProfilePages.class));
        }
        assertThat(seeded.owned()).hasSizeGreaterThan(500);
        assertThat(seeded.untold()).isEmpty();
        assertThat(seeded.told().values())
                .allSatisfy(events -> assertThat(events)
                        .isSortedAccordingTo(Comparator.comparing(Event::day).reversed()));
    }

    private static String[] rows(List<SourceRecord> records) {
        return records.stream()
                .map(record -> JsonMapper.shared().writeValueAsString(record.sent()))
                .toArray(String[]::new);
    }
}
