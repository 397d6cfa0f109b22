package io.hourshare.serve.snapshot;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which records and enterprises are shown today: what was repaired, revoked or has expired is told of no more. */
public final class ShownRecords {

    private static final int AT_ONCE = 500;

    private final ServedSnapshots snapshots;

    ShownRecords(ServedSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Those of the keys under which a record of any enterprise is shown in the served snapshot. */
    public Set<String> among(Collection<String> keys) {
        return among(keys, "select key from record_now where key in ");
    }

    /** Those of the enterprises that are served, or whose id leads to one that is. */
    public Set<String> enterprises(Collection<String> ids) {
        Set<String> known = among(ids, "select enterprise_id from summary where enterprise_id in ");
        known.addAll(among(ids, "select old_id from redirect where old_id in "));
        return known;
    }

    private Set<String> among(Collection<String> keys, String select) {
        List<String> wanted = keys.stream().distinct().toList();
        Set<String> shown = new HashSet<>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<String> some = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE));
            String places = String.join(", ", some.stream().map(key -> "?").toList());
            shown.addAll(snapshots
                    .current()
                    .ask(session ->
                            session.query(select + "(" + places + ")", row -> row.getString(1), some.toArray())));
        }
        return shown;
    }
}
