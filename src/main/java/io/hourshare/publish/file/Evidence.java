package io.hourshare.publish.file;

import io.hourshare.contract.CanonicalField;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.publish.SnapshotDamagedException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Law 5, counted before every publication: as many values of an attribute as claims that are believed for it. */
final class Evidence {

    private Evidence() {}

    /** @throws SnapshotDamagedException when a value has no source, or a source no value */
    static void require(Session session, List<CanonicalField> attributes) {
        Map<String, Long> claims = new TreeMap<>();
        session.query(
                        "select claim.attribute, count(*) from claim inner join enterprise"
                                + " on enterprise.enterprise_id = claim.enterprise_id"
                                + " where claim.winner group by claim.attribute",
                        row -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(count -> claims.put(count.getKey(), count.getValue()));
        Map<String, Long> values = values(session, attributes);
        for (CanonicalField field : attributes) {
            long believed = claims.getOrDefault(field.name(), 0L);
            long shown = values.getOrDefault(field.name(), 0L);
            if (believed != shown) {
                throw new SnapshotDamagedException(
                        "enterprise." + field.name(), "画像中有 " + shown + " 个取值，而有出处的为 " + believed + " 个");
            }
        }
    }

    private static Map<String, Long> values(Session session, List<CanonicalField> attributes) {
        Map<String, Long> values = new TreeMap<>();
        if (attributes.isEmpty()) {
            return values;
        }
        String counts = attributes.stream()
                .map(field -> "count(" + Sql.identifier(field.name()) + ")")
                .collect(Collectors.joining(", "));
        session.query("select " + counts + " from enterprise", row -> {
            for (int i = 0; i < attributes.size(); i++) {
                values.put(attributes.get(i).name(), row.getLong(i + 1));
            }
            return values;
        });
        return values;
    }
}
