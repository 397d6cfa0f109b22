package io.hourshare.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.OrganisationCode;
import io.hourshare.kernel.RegistrationNumber;
import io.hourshare.kernel.ResidentNumber;
import io.hourshare.kernel.Uscc;
import io.hourshare.sandbox.source.Listing;
import io.hourshare.sandbox.source.SourceFeed;
import io.hourshare.sandbox.source.SourceRecord;
import io.hourshare.sandbox.world.Kind;
import io.hourshare.sandbox.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeedsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final World WORLD = new World(7, 1200, 200);

    static List<SourceFeed> feeds() {
        return Feeds.of(WORLD, DirtRates.usual()).all();
    }

    static List<SourceFeed> cleanFeeds() {
        return Feeds.of(WORLD, DirtRates.none()).all();
    }

    @Test
    void thereAreNineteen() {
        assertThat(feeds().stream().map(SourceFeed::id).distinct()).hasSize(19);
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void sayTheSameTwice(SourceFeed feed) {
        assertThat(feed.records(NOON)).isEqualTo(feed.records(NOON).toList()).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void tellNothingOfTheFuture(SourceFeed feed) {
        assertThat(feed.records(NOON)).allSatisfy(record -> {
            assertThat(record.changedAt()).isBeforeOrEqualTo(NOON);
            assertThat(record.visibleFrom()).isBeforeOrEqualTo(NOON);
        });
    }

    @ParameterizedTest
    @MethodSource("cleanFeeds")
    void haveNoDirtWhereNoneIsWanted(SourceFeed feed) {
        assertThat(feed.records(NOON))
                .allSatisfy(record -> assertThat(record.smudges()).isEmpty());
        assertThat(feed.records(NOON).map(SourceRecord::place).toList()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void spoilAFewRecordsAndNoMore(SourceFeed feed) {
        double spoilt = feed.records(NOON).filter(SourceRecord::spoilt).count();

        assertThat(spoilt / feed.records(NOON).count()).isLessThan(0.1);
    }

    @Test
    void spoilSomeRecordsOfEveryFeedInTheUsualTown() {
        SandboxSettings usual = SandboxSettings.usual(Path.of("unused"));
        World county = new World(usual.seed(), usual.enterprises(), usual.park());

        assertThat(Feeds.of(county, usual.dirt()).all())
                .allSatisfy(feed -> assertThat(feed.records(NOON).filter(SourceRecord::spoilt))
                        .as(feed.id())
                        .hasSizeGreaterThan(1));
    }

    @Test
    void giveHardlyTwoCompaniesOfACountyOneName() {
        Map<String, Long> names = LongStream.range(0, WORLD.enterprises())
                .mapToObj(slot -> WORLD.at(slot, NOON))
                .filter(it -> it.kind() != Kind.INDIVIDUAL)
                .collect(Collectors.groupingBy(
                        it -> it.region().code() + it.name().text(), Collectors.counting()));

        assertThat(names.values().stream().filter(count -> count > 1)).hasSizeLessThan(3);
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void rewriteOnlyWhatChangedSinceAnHour(SourceFeed feed) {
        Instant hourAgo = NOON.minus(Duration.ofHours(1));
        Map<String, SourceRecord> before = byPlace(feed, hourAgo);
        if (feed.id().equals("park.roster")) {
            return; // A list without times: each copy is written whole.
        }
        feed.records(NOON)
                .filter(record -> record.visibleFrom().isBefore(hourAgo))
                .forEach(record -> assertThat(before.get(record.place()))
                        .as(record.place())
                        .extracting(SourceRecord::sent)
                        .isEqualTo(record.sent()));
    }

    @Test
    void giveEveryEnterpriseValidNumbersOfItsOwn() {
        Set<String> seen = new HashSet<>();
        for (long position = 0; position < WORLD.positions(); position++) {
            var codes = WORLD.at(WORLD.slotAt(position), NOON).codes();

            assertThat(codes.uscc()).matches(code -> code.isEmpty() || Uscc.isValid(code));
            assertThat(codes.organisation()).matches(OrganisationCode::isValid);
            assertThat(codes.registration()).matches(number -> number.isEmpty() || RegistrationNumber.isValid(number));
            assertThat(seen.add(codes.organisation())).isTrue();
        }
    }

    @Test
    void filesSomeShopsUnderTheirOwnersIdentityNumber() {
        long people = feed("tax.registration")
                .records(NOON)
                .filter(record -> ResidentNumber.isResidentNumber(record.meant().getOrDefault("NSRSBH", "")))
                .count();

        assertThat(people).isBetween(20L, 200L);
    }

    @Test
    void foundsAndClosesEnterprisesEveryFewHours() {
        Instant yesterday = NOON.minus(Duration.ofDays(1));
        List<String> flags = feed("market-regulation.registration")
                .records(NOON)
                .filter(record -> !record.changedAt().isBefore(yesterday))
                .map(record -> record.sent().get("S_EXT_FLAG"))
                .toList();

        assertThat(flags).anyMatch(flag -> Set.of("I", "i", "1").contains(flag));
        assertThat(flags).anyMatch(flag -> Set.of("D", "d", "3").contains(flag));
    }

    @Test
    void cutsAFeedIntoPagesWithoutGapOrOverlap() {
        SourceFeed feed = feed("housing.completion");
        Listing listing = new Listing(feed, new Listing.Query(NOON, null, null, 37));
        List<SourceRecord> paged = Stream.iterate(1, page -> page <= listing.pages(), page -> page + 1)
                .flatMap(page -> listing.page(page).stream())
                .toList();

        assertThat(paged).isEqualTo(feed.records(NOON).toList()).hasSize(listing.total());
    }

    @Test
    void sendsARecordTwiceNowAndThen() {
        Map<Map<String, String>, Long> copies = feed("market-regulation.registration")
                .records(NOON)
                .collect(Collectors.groupingBy(SourceRecord::sent, HashMap::new, Collectors.counting()));

        assertThat(copies.values().stream().filter(count -> count > 1).count()).isBetween(1L, 30L);
    }

    private static SourceFeed feed(String id) {
        return feeds().stream().filter(feed -> feed.id().equals(id)).findFirst().orElseThrow();
    }

    private static Map<String, SourceRecord> byPlace(SourceFeed feed, Instant asOf) {
        return feed.records(asOf).collect(Collectors.toMap(SourceRecord::place, record -> record));
    }
}
