package io.hourshare.web;

import io.hourshare.serve.profile.EnterpriseProfile;
import io.hourshare.serve.profile.SatelliteRecord;
import io.hourshare.web.ProfilePage.Shown;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a clerk asks first and no single field says: how large an enterprise is, and whether its permits stand. */
final class FirstFacts {

    static final String SIZE = "size-class";
    static final String PERMITS = "licence";

    private final FeedTitles titles;

    FirstFacts(FeedTitles titles) {
        this.titles = titles;
    }

    /** Those that the enterprise's records tell. */
    List<Shown> of(EnterpriseProfile profile, LocalDate today) {
        return Stream.of(size(profile), permits(profile, today))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Shown> size(EnterpriseProfile profile) {
        return records(profile, SIZE).stream()
                .filter(record -> !text(record, "size_name").isEmpty())
                .findFirst()
                .map(record -> shown(SIZE, "企业规模", text(record, "size_name"), record));
    }

    /** A permit stands until it is said to be void, or its last day is over. */
    private Optional<Shown> permits(EnterpriseProfile profile, LocalDate today) {
        List<SatelliteRecord> all = records(profile, PERMITS);
        long standing = all.stream().filter(record -> stands(record, today)).count();
        String over = standing == all.size() ? "" : "，失效 " + (all.size() - standing) + " 项";
        return all.stream()
                .max(Comparator.comparing(record -> Objects.requireNonNullElse(record.sourceTime(), Instant.EPOCH)))
                .map(newest -> shown(PERMITS, "行政许可", "有效 " + standing + " 项" + over, newest));
    }

    private static boolean stands(SatelliteRecord permit, LocalDate today) {
        String last = text(permit, "valid_to");
        return !text(permit, "status").equals("INVALID")
                && (last.length() < 10 || last.substring(0, 10).compareTo(today.toString()) >= 0);
    }

    private Shown shown(String attribute, String title, String text, SatelliteRecord record) {
        String time = ShownTime.minute(record.sourceTime());
        return new Shown(attribute, title, text, titles.of(record.feed()), time, false, false, List.of());
    }

    private static List<SatelliteRecord> records(EnterpriseProfile profile, String entity) {
        return profile.satellites().getOrDefault(entity, List.of());
    }

    private static String text(SatelliteRecord record, String column) {
        @Nullable Object value = record.values().get(column);
        return value == null ? "" : value.toString();
    }
}
