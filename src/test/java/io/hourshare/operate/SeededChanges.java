package io.hourshare.operate;

import io.hourshare.sandbox.source.SourceRecord;
import io.hourshare.serve.Sight;
import io.hourshare.serve.profile.Profiles;
import io.hourshare.web.ProfilePage;
import io.hourshare.web.ProfilePage.Event;
import io.hourshare.web.ProfilePages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes that the sandbox's register has on file, beside the timelines of the pages that enterprises have. */
record SeededChanges(List<SourceRecord> owned, Map<String, List<Event>> told) {

    static SeededChanges of(
            List<SourceRecord> register, List<SourceRecord> changes, Profiles profiles, ProfilePages pages) {
        Map<String, List<Event>> told = new HashMap<>();
        register.stream()
                .filter(record -> !record.spoilt())
                .forEach(record ->
                        page(record, profiles, pages).ifPresent(page -> told.put(record.owner(), page.events())));
        return new SeededChanges(
                changes.stream()
                        .filter(change -> !change.spoilt() && told.containsKey(change.owner()))
                        .toList(),
                told);
    }

    /** Those that stand on no timeline of their enterprise. */
    List<SourceRecord> untold() {
        return owned.stream()
                .filter(change -> told.get(change.owner()).stream().noneMatch(event -> tells(event, change)))
                .toList();
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
    private static Optional<ProfilePage> page(SourceRecord registration, Profiles profiles, ProfilePages pages) {
        return Stream.of("REGNO", "UNISCID")
                .map(number -> registration.meant().getOrDefault(number, ""))
                .map(number -> profiles.find(number, Sight.WHOLE).profile())
                .flatMap(Optional::stream)
                .findFirst()
                .map(pages::page);
    }
}
