package io.hourshare.sandbox.source;

import io.hourshare.sandbox.world.Enterprise;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One record as a department's system holds it, beside what it ought to say.
 *
 * @param place what it replaces when it changes: the department's own row, not the business key
 * @param changedAt update time that the record carries or would carry
 * @param visibleFrom when the record came to stand in this place
 * @param sent values as sent by source column; what is left out is null at the source
 * @param meant values without dirt
 * @param smudges names of the dirt applied
 * @param spoilt whether a receiver can only put it into quarantine
 * @param owner organisation code of the enterprise that it truly belongs to, empty for natural persons;
 *     several owners by comma, in the order of the columns
 */
public record SourceRecord(
        String place,
        Instant changedAt,
        Instant visibleFrom,
        Map<String, String> sent,
        Map<String, String> meant,
        Set<String> smudges,
        boolean spoilt,
        String owner) {

    static Draft draft(String place, Enterprise owner) {
        return new Draft(place, owner.id());
    }

    static Draft draft(String place, String owner) {
        return new Draft(place, owner);
    }

    /** The same record once more, as systems send it. */
    SourceRecord again() {
        return new SourceRecord(place + "~", changedAt, visibleFrom, sent, meant, smudges, spoilt, owner);
    }

    /** A record being written. */
    static final class Draft {

        final Map<String, String> values = new LinkedHashMap<>();
        final Set<String> smudges = new TreeSet<>();
        private final String place;
        private String owner;
        private boolean spoilt;

        private Draft(String place, String owner) {
            this.place = place;
            this.owner = owner;
        }

        Draft put(String column, Object value) {
            String text = value.toString();
            if (!text.isEmpty()) {
                values.put(column, text);
            }
            return this;
        }

        /** Notes dirt that the feed itself brings, and gives the value back. */
        String smudge(String name, String value) {
            smudges.add(name);
            return value;
        }

        Draft owners(String ids) {
            owner = ids;
            return this;
        }

        void spoil() {
            spoilt = true;
        }

        SourceRecord finish(Instant changedAt, Map<String, String> meant) {
            return finish(changedAt, changedAt, meant);
        }

        SourceRecord finish(Instant changedAt, Instant visibleFrom, Map<String, String> meant) {
            return new SourceRecord(place, changedAt, visibleFrom, values, meant, smudges, spoilt, owner);
        }
    }
}
