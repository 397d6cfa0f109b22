package io.hourshare.web;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.LogicalType;
import io.hourshare.serve.profile.EnterpriseProfile;
import io.hourshare.serve.profile.EnterpriseProfile.EnterpriseName;
import io.hourshare.serve.profile.EnterpriseProfile.IdentityEvent;
import io.hourshare.serve.profile.ProfileField;
import io.hourshare.serve.profile.SatelliteRecord;
import io.hourshare.web.ProfilePage.Event;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What happened to an enterprise, across departments, newest first: every dated field tells an event. */
final class Timeline {

    private static final Pattern HOUR = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\dZ");
    /** What a change that the register has on file was about. */
    private static final String CHANGED = "change_item";

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*");

    /** Dates that say from or until when something holds, what was agreed, or that repeat the founding. */
    private static final Set<String> NO_EVENTS = Set.of(
            "valid_from",
            "valid_to",
            "op_from",
            "op_to",
            "right_from",
            "right_to",
            "lease_to",
            "end_date",
            "period_from",
            "period_to",
            "until",
            "publicity_end",
            "agreed_start",
            "agreed_finish",
            "approve_date");

    /** Columns that say best what a record is about, the first that is there. */
    private static final List<String> TELLING = List.of(
            "qual_type",
            "rating",
            "list_type",
            "penalty_kind",
            "cert_name",
            "doc_name",
            "project_name",
            "report_year",
            "cert_no",
            "permit_no",
            "finish_no",
            "supply_no",
            "prj_num",
            "doc_no",
            "address");

    private final Catalogue catalogue;
    private final CodeTitles codes;
    private final FeedTitles titles;

    Timeline(Catalogue catalogue, CodeTitles codes, FeedTitles titles) {
        this.catalogue = catalogue;
        this.codes = codes;
        this.titles = titles;
    }

    /** Until a day: what is planned for later has not happened. */
    List<Event> of(EnterpriseProfile profile, LocalDate today) {
        List<Event> events = new ArrayList<>();
        profile.fields().values().forEach(field -> addField(events, field));
        profile.names().forEach(name -> addName(events, name));
        profile.satellites().forEach((entity, records) -> addRecords(events, entity, records));
        profile.events().forEach(event -> addIdentity(events, event));
        return events.stream()
                .distinct()
                .filter(event -> event.day().compareTo(today.toString()) <= 0)
                .sorted(Comparator.comparing(Event::day).reversed())
                .toList();
    }

    private void addField(List<Event> events, ProfileField field) {
        boolean dated = catalogue.entities().get(CanonicalEntity.ENTERPRISE) != null
                && isDate(catalogue.entities().get(CanonicalEntity.ENTERPRISE), field.attribute());
        if (dated && !NO_EVENTS.contains(field.attribute())) {
            add(events, field.value(), field.title(), Objects.requireNonNullElse(field.feedTitle(), ""));
        }
    }

    private void addName(List<Event> events, EnterpriseName name) {
        if ("former".equals(name.kind()) && name.validTo() != null) {
            add(events, name.validTo(), "不再使用名称“" + name.name() + "”", titles.of(name.feed()));
        }
    }

    private void addIdentity(List<Event> events, IdentityEvent event) {
        String what = IdentityWords.of(event.kind(), event.subject(), event.other(), event.cause(), event.decision());
        add(events, event.hour(), what, titles.of(event.feed()));
    }

    private void addRecords(List<Event> events, String entity, List<SatelliteRecord> records) {
        CanonicalEntity known = catalogue.entities().get(entity);
        if (known == null) {
            return;
        }
        for (SatelliteRecord record : records) {
            for (CanonicalField field : known.fields()) {
                if (isDate(known, field.name()) && !NO_EVENTS.contains(field.name())) {
                    add(
                            events,
                            record.values().get(field.name()),
                            what(known, record, field),
                            titles.of(record.feed()));
                }
            }
        }
    }

    private String what(CanonicalEntity entity, SatelliteRecord record, CanonicalField field) {
        Object item = record.values().get(CHANGED);
        return item == null
                ? entity.title() + "：" + telling(record) + field.title()
                : entity.title() + "：" + item + turn(record);
    }

    /** From what to what, as far as the reader may see it. */
    private static String turn(SatelliteRecord change) {
        Object before = change.values().get("before_value");
        Object after = change.values().get("after_value");
        return before == null && after == null
                ? ""
                : "，" + Objects.requireNonNullElse(before, "无") + " → " + Objects.requireNonNullElse(after, "无");
    }

    private String telling(SatelliteRecord record) {
        return TELLING.stream()
                .filter(record.values()::containsKey)
                .findFirst()
                .map(column -> codes.title(column, record.values().get(column)) + " ")
                .orElse("");
    }

    private static boolean isDate(@Nullable CanonicalEntity entity, String name) {
        return entity != null
                && entity.field(name)
                        .filter(field -> field.type() == LogicalType.DATE || field.type() == LogicalType.TIMESTAMP)
                        .isPresent();
    }

    private static void add(List<Event> events, @Nullable Object day, String what, String source) {
        if (day != null && DAY.matcher(day.toString()).matches()) {
            events.add(new Event(local(day.toString()).substring(0, 10), what, source));
        }
    }

    /** Sources say times with their zone, identity says hours by their labels; people live in one place. */
    private static String local(String time) {
        return HOUR.matcher(time).matches() ? ShownTime.window(time) : ShownValue.of(time, null);
    }
}
