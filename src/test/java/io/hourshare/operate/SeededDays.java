package io.hourshare.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FieldMapping;
import io.hourshare.sandbox.SandboxTown;
import io.hourshare.sandbox.TrueRecord;
import io.hourshare.serve.Sight;
import io.hourshare.serve.profile.Profiles;
import io.hourshare.web.ProfilePage;
import io.hourshare.web.ProfilePage.Event;
import io.hourshare.web.ProfilePages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** Every day that the town's departments have on file of its enterprises, which timelines have to tell. */
final class SeededDays {

    private static final String REGISTER = "market-regulation.registration";
    private static final String CHANGES = "market-regulation.change";

    /** Days on which something happened, by their canonical names. */
    private static final Set<String> DAYS = Set.of(
            "change_date",
            "grant_date",
            "rating_date",
            "reg_time",
            "finish_date",
            "decision_date",
            "in_date",
            "out_date",
            "contract_date",
            "issue_date",
            "lease_from",
            "publish_date",
            "notice_date",
            "paid_date");

    private final SandboxTown town;
    private final Catalogue catalogue;
    private final Profiles profiles;
    private final ProfilePages pages;
    private final Map<String, List<Event>> told = new HashMap<>();

    SeededDays(SandboxTown town, ApplicationContext context) {
        this.town = town;
        this.catalogue = context.getBean(Catalogue.class);
        this.profiles = context.getBean(Profiles.class);
        this.pages = context.getBean(ProfilePages.class);
        List<TrueRecord> register =
                town.truth(REGISTER).filter(record -> !record.spoilt()).toList();
        register.forEach(record ->
                page(record).ifPresent(page -> told.put(record.owners().get(0), page.events())));
        assertThat(told.size())
                .as("Enterprises found by a number of theirs, of %d records", register.size())
                .isGreaterThan(register.size() * 9 / 10);
    }

    /** Changes of the register are told with what changed, each of those that the register's own key leads to. */
    long assertEveryChangeIsTold() {
        List<TrueRecord> changes = records(CHANGES).toList();
        List<String> untold = changes.stream()
                .filter(change -> told.get(change.owners().get(0)).stream().noneMatch(event -> tells(event, change)))
                .map(change -> change.smudges() + " " + change.meant())
                .toList();
        assertThat(untold).isEmpty();
        return changes.size();
    }

    /** Every other day of clean records, department by department. */
    Map<String, Long> assertEveryDayIsTold() {
        Map<String, Long> counts = new HashMap<>();
        for (Feed feed : catalogue.feeds()) {
            List<String> columns = days(feed);
            List<String> untold = new ArrayList<>();
            long seen = records(feed.id().toString())
                    .filter(record ->
                            record.smudges().isEmpty() && record.owners().size() == 1)
                    .flatMap(record -> columns.stream()
                            .map(column -> day(record.meant().getOrDefault(column, "")))
                            .filter(day -> day.length() == 10)
                            .peek(day -> {
                                if (!tells(
                                        record.owners().get(0),
                                        day,
                                        feed.contract().title())) {
                                    untold.add(day + " " + record.meant());
                                }
                            }))
                    .count();
            assertThat(untold).as("%s, of %d", feed.id(), seen).isEmpty();
            counts.put(feed.id().toString(), seen);
        }
        return counts;
    }

    void assertNewestFirst() {
        assertThat(told.values())
                .allSatisfy(events -> assertThat(events)
                        .isSortedAccordingTo(Comparator.comparing(Event::day).reversed()));
    }

    private Stream<TrueRecord> records(String feed) {
        return town.truth(feed)
                .filter(record ->
                        !record.spoilt() && told.containsKey(record.owners().get(0)));
    }

    private boolean tells(String owner, String day, String source) {
        return told.get(owner).stream()
                .anyMatch(event -> event.day().equals(day) && event.source().equals(source));
    }

    private static boolean tells(Event event, TrueRecord change) {
        Map<String, String> meant = change.meant();
        boolean same =
                event.day().equals(day(meant.get("ALTDATE"))) && event.what().contains(meant.get("ALTITEM_CN"));
        boolean words =
                !change.smudges().isEmpty() || event.what().endsWith(meant.get("ALTBE") + " → " + meant.get("ALTAF"));
        return same && words;
    }

    /** Some have left the register since, some came with a number that is nobody's. */
    private Optional<ProfilePage> page(TrueRecord registration) {
        return Stream.of("UNISCID", "REGNO")
                .map(number -> registration.meant().getOrDefault(number, ""))
                .map(number -> profiles.find(number, Sight.WHOLE).profile())
                .flatMap(Optional::stream)
                .findFirst()
                .map(pages::page);
    }

    private static List<String> days(Feed feed) {
        return feed.job().map().stream()
                .filter(mapping -> DAYS.contains(mapping.canonical()))
                .map(FieldMapping::from)
                .flatMap(List::stream)
                .toList();
    }

    private static String day(String written) {
        String digits = written.replaceAll("[^0-9]", "");
        return digits.length() < 8
                ? ""
                : digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6, 8);
    }
}
