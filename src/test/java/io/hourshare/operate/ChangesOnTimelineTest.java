package io.hourshare.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.FeedId;
import io.hourshare.sandbox.SandboxSettings;
import io.hourshare.sandbox.source.ChangeFeed;
import io.hourshare.sandbox.source.RegistrationFeed;
import io.hourshare.sandbox.source.SourceRecord;
import io.hourshare.sandbox.world.World;
import io.hourshare.serve.Sight;
import io.hourshare.serve.profile.Profiles;
import io.hourshare.web.ProfilePage;
import io.hourshare.web.ProfilePage.Event;
import io.hourshare.web.ProfilePages;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Whatever the sandbox's register has on file as changed, dirt and all, stands on its enterprise's timeline. */
class ChangesOnTimelineTest {

    private static final Instant HOUR = Instant.parse("2026-11-20T02:00:00Z");

    private final Map<String, List<Event>> told = new HashMap<>();

    @Test
    void everySeededChangeIsToldInOrderWithWhatItWasAbout(@TempDir Path folder) throws Exception {
        SandboxSettings settings = SandboxSettings.usual(folder.resolve("town")).withSize(600, 120);
        World world = new World(settings.seed(), settings.enterprises(), settings.park());
        List<SourceRecord> register =
                new RegistrationFeed(world, settings.dirt()).records(HOUR).toList();
        List<SourceRecord> changes =
                new ChangeFeed(world, settings.dirt()).records(HOUR).toList();
        try (StoryTown town = new StoryTown(folder.resolve("home"))) {
            town.bring(FeedId.parse("market-regulation.registration"), rows(register));
            town.bring(FeedId.parse("market-regulation.change"), rows(changes));
            town.publish();
            register.stream()
                    .filter(record -> !record.spoilt())
                    .forEach(record -> page(town, record).ifPresent(page -> told.put(record.owner(), page.events())));
        }
        List<SourceRecord> owned = changes.stream()
                .filter(change -> !change.spoilt() && told.containsKey(change.owner()))
                .toList();
        assertThat(owned).hasSizeGreaterThan(500);
        assertThat(owned).allMatch(change -> told.get(change.owner()).stream().anyMatch(event -> tells(event, change)));
        assertThat(told.values())
                .allSatisfy(events -> assertThat(events)
                        .isSortedAccordingTo(Comparator.comparing(Event::day).reversed()));
    }

    private static boolean tells(Event event, SourceRecord change) {
        Map<String, String> meant = change.meant();
        boolean same = event.day().equals(day(meant.getOrDefault("ALTDATE", "")))
                && event.what().contains(meant.getOrDefault("ALTITEM_CN", "?"));
        return same
                && (!change.smudges().isEmpty()
                        || event.what().endsWith(meant.get("ALTBE") + " → " + meant.get("ALTAF")));
    }

    private static String day(String written) {
        String digits = written.replaceAll("[^0-9]", "");
        return digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6, 8);
    }

    /** Some have left the register since; where its code is mistyped, another's page may have the right one. */
    private static Optional<ProfilePage> page(StoryTown town, SourceRecord registration) {
        return Stream.of("REGNO", "UNISCID")
                .map(number -> registration.meant().getOrDefault(number, ""))
                .map(number ->
                        town.bean(Profiles.class).find(number, Sight.WHOLE).profile())
                .flatMap(Optional::stream)
                .findFirst()
                .map(town.bean(ProfilePages.class)::page);
    }

    private static String[] rows(List<SourceRecord> records) {
        return records.stream()
                .map(record -> JsonMapper.shared().writeValueAsString(record.sent()))
                .toArray(String[]::new);
    }
}
