package io.hourshare.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A profile as the page shows it.
 *
 * @param codeParts the unified code in groups that the eye can read; copying gives the plain code
 * @param headline what a clerk should see first
 * @param sections every value, by the feed that it comes from
 */
public record ProfilePage(
        String id,
        String name,
        List<String> codeParts,
        @Nullable Shown status,
        boolean gone,
        boolean inPark,
        List<Shown> headline,
        List<Section> sections,
        List<Conflict> conflicts,
        List<Table> tables,
        List<FormerName> formerNames,
        List<Event> events) {

    /** Whose events there are, in the order of the newest. */
    public List<String> eventSources() {
        return events.stream()
                .map(Event::source)
                .filter(source -> !source.isEmpty())
                .distinct()
                .toList();
    }

    /** What one source tells of; an empty one means all. */
    public List<Event> eventsOf(String source) {
        return source.isEmpty()
                ? events
                : events.stream().filter(event -> event.source().equals(source)).toList();
    }

    /** A value with its source beside it. */
    public record Shown(
            String attribute,
            String title,
            String text,
            String source,
            String time,
            boolean withheld,
            boolean disputed,
            List<Why> why) {

        /** Whether enough of it is shown to recognise what is known already. */
        public boolean masked() {
            return withheld && text.indexOf('*') >= 0;
        }

        /** Whether no department gave it, so that none can be asked to mend it. */
        public boolean feedless() {
            return why.isEmpty() && !withheld;
        }
    }

    /** One line of why a value is what it is. */
    public record Why(String title, String text) {}

    /** Values of one feed. */
    public record Section(String title, List<Shown> values) {}

    /** Departments differ. */
    public record Conflict(String attribute, String title, List<Said> said) {}

    /** What one feed says; the first is what the profile shows. */
    public record Said(String text, String source, String time, boolean shown) {}

    /** Satellite records of one kind. */
    public record Table(String entity, String title, List<String> columns, List<Row> rows) {

        private static final int WIDEST = 8;

        /** Whether lines would be wider than a page: then each record is laid out by itself. */
        public boolean wide() {
            return columns.size() > WIDEST;
        }

        public List<String> sources() {
            return rows.stream().map(Row::source).distinct().toList();
        }
    }

    /** One satellite record. */
    public record Row(List<String> cells, String source, String time) {}

    /** Something that happened, on a day. */
    public record Event(String day, String what, String source) {}

    /** A name borne earlier, or beside. */
    public record FormerName(String name, String kind, String period) {}
}
