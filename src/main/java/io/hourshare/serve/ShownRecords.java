package io.hourshare.serve;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which records are shown today: what was repaired, revoked or has expired is told of no more. */
public final class ShownRecords {

    private static final int AT_ONCE = 500;

    private final ServedSnapshots snapshots;

    ShownRecords(ServedSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Those of the keys under which a record of any enterprise is shown in the served snapshot. */
    public Set<String> among(Collection<String> keys) {
        List<String> wanted = keys.stream().distinct().toList();
        Set<String> shown = new HashSet<>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<String> some = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE));
            String places = String.join(", ", some.stream().map(key -> "?").toList());
            shown.addAll(snapshots
                    .current()
                    .ask(session -> session.query(
                            "select key from record_now where key in (" + places + ")",
                            row -> row.getString(1),
                            some.toArray())));
        }
        return shown;
    }
}
