package io.hourshare.publish.file;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.engine.Sql;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The question for each enterprise's fingerprint: {@code print} stands for all that its document is made of, {@code
 * rules} for the versions of the rules behind its values, which analysts are told and the document is not. New rules
 * alone must not make every document look changed.
 */
final class Fingerprint {

    private static final List<String> PARTS = List.of(
            "enterprise",
            "enterprise_identity",
            "enterprise_name",
            "enterprise_number",
            "enterprise_event",
            "claim",
            "conflict");

    private static final String RULES = "select enterprise_id, 0 as print,"
            + " sum(hash(attribute, feed, record_key, model)) as rules from claim group by enterprise_id";

    private Fingerprint() {}

    /** @param satellites whose records are in the documents */
    static String select(List<CanonicalEntity> satellites) {
        Stream<String> tables =
                Stream.concat(PARTS.stream(), satellites.stream().map(CanonicalEntity::name));
        return "select known.enterprise_id, cast(sum(part.print) as varchar) as print,"
                + " cast(sum(part.rules) as varchar) as rules from enterprise as known inner join ("
                + Stream.concat(tables.map(Fingerprint::part), Stream.of(RULES))
                        .collect(Collectors.joining(" union all "))
                + ") as part on part.enterprise_id = known.enterprise_id"
                + " group by known.enterprise_id order by known.enterprise_id";
    }

    private static String part(String table) {
        String rows = table.equals("claim") ? "(select * exclude (model, mapping) from claim)" : Sql.identifier(table);
        return "select enterprise_id, hash(" + Sql.literal(table)
                + ", sum(hash(whole_row_))) as print, 0 as rules from " + rows
                + " as whole_row_ group by enterprise_id";
    }
}
