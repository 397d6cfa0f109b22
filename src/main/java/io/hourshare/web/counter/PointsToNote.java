package io.hourshare.web.counter;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.Catalogue;
import io.hourshare.serve.profile.EnterpriseProfile;
import io.hourshare.serve.profile.SatelliteRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a clerk should see first (提示事项): entries that burden an enterprise and stand, papers about to expire. A record
 * stands until the day that ends it, whatever its kind.
 */
@Component
public class PointsToNote {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int SOON_DAYS = 60;
    private static final int MOST_EXPIRING = 3;

    /** Kinds of records that are no good news. */
    private static final List<String> BURDENS = List.of("credit-list-entry", "penalty", "arrears");

    /** Columns with the last day of a burden: any of them in the past, and it stands no more. */
    private static final List<String> LAST_DAYS = List.of("valid_to", "publicity_end");

    /** Columns with the day on which a burden was lifted, from which it stands no more. */
    private static final List<String> LIFTED = List.of("out_date", "release_date");

    /** Said of what was lifted, on whatever day. */
    private static final String WHY_LIFTED = "out_reason";

    private static final Map<String, String> FLAGS = Map.of("mortgaged", "有抵押", "sealed", "有查封");

    private final Catalogue catalogue;
    private final Clock clock;

    PointsToNote(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * One point.
     *
     * @param anchor place on the page that says more
     */
    public record Point(String text, String anchor, boolean grave) {}

    /** Points from the enterprise's records, the grave ones first. */
    public List<Point> of(EnterpriseProfile profile) {
        List<Point> points = new ArrayList<>();
        for (String burden : BURDENS) {
            long standing =
                    records(profile, burden).stream().filter(this::stands).count();
            if (standing > 0) {
                points.add(new Point(title(burden) + " " + standing + " 条", burden, true));
            }
        }
        flags(profile, points);
        if (!profile.conflicts().isEmpty()) {
            points.add(new Point("部门间不一致 " + profile.conflicts().size() + " 项", "conflicts", false));
        }
        expiring(profile, points);
        return points;
    }

    private void flags(EnterpriseProfile profile, List<Point> points) {
        profile.satellites()
                .forEach((entity, records) -> FLAGS.forEach((column, words) -> {
                    long count = records.stream()
                            .filter(record ->
                                    Boolean.TRUE.equals(record.values().get(column)))
                            .count();
                    if (count > 0) {
                        points.add(new Point(title(entity) + words + " " + count + " 处", entity, true));
                    }
                }));
    }

    private void expiring(EnterpriseProfile profile, List<Point> points) {
        LocalDate today = today();
        profile.satellites()
                .forEach((entity, records) -> records.stream()
                        .filter(record -> !BURDENS.contains(entity))
                        .map(record -> day(record.values().get("valid_to")))
                        .filter(Objects::nonNull)
                        .filter(day -> !day.isBefore(today) && day.isBefore(today.plusDays(SOON_DAYS)))
                        .sorted()
                        .limit(MOST_EXPIRING)
                        .map(day -> new Point(title(entity) + "将于 " + day + " 到期", entity, false))
                        .forEach(points::add));
    }

    private boolean stands(SatelliteRecord record) {
        LocalDate today = today();
        return record.values().get(WHY_LIFTED) == null
                && days(record, LAST_DAYS).noneMatch(last -> last.isBefore(today))
                && days(record, LIFTED).noneMatch(day -> !day.isAfter(today));
    }

    private static Stream<LocalDate> days(SatelliteRecord record, List<String> columns) {
        return columns.stream().map(column -> day(record.values().get(column))).filter(Objects::nonNull);
    }

    private static List<SatelliteRecord> records(EnterpriseProfile profile, String entity) {
        return profile.satellites().getOrDefault(entity, List.of());
    }

    private String title(String entity) {
        CanonicalEntity known = catalogue.entities().get(entity);
        return known == null ? entity : known.title();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CHINA);
    }

    private static @Nullable LocalDate day(@Nullable Object value) {
        String text = String.valueOf(value);
        try {
            return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
