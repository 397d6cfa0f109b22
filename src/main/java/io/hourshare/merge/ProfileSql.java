package io.hourshare.merge;

import io.hourshare.contract.CanonicalField;
import io.hourshare.engine.Sql;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Generates the wide profile from the canonical contract: one typed column per attribute. */
final class ProfileSql {

    private ProfileSql() {}

    static String enterprise(List<CanonicalField> attributes) {
        String columns = attributes.stream()
                .map(field -> ", wide." + Sql.identifier(field.name()))
                .collect(Collectors.joining());
        String pivot = IntStream.range(0, attributes.size())
                .mapToObj(place -> pivot(place, attributes.get(place)))
                .collect(Collectors.joining());
        return "select known.enterprise_id, known.in_park" + columns
                + " from (select enterprise_id, coalesce(in_park, false) as in_park,"
                + " row_number() over (order by enterprise_id) as eid from er_entity"
                + " where coalesce(state, 'active') <> 'merged') as known"
                + " left join (select eid" + pivot + " from believed group by eid) as wide on wide.eid = known.eid"
                + " order by known.eid";
    }

    private static String pivot(int place, CanonicalField field) {
        return ", cast(max(case when place = " + place + " then value end) as "
                + field.type().columnType() + ") as " + Sql.identifier(field.name());
    }
}
