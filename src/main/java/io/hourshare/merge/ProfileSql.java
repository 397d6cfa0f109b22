package io.hourshare.merge;

import io.hourshare.contract.CanonicalField;
import io.hourshare.engine.Sql;
import java.util.List;
import java.util.stream.Collectors;

/** Generates the wide profile from the canonical contract: one typed column per attribute. */
final class ProfileSql {

    private ProfileSql() {}

    static String enterprise(List<CanonicalField> attributes) {
        String columns = attributes.stream()
                .map(field -> ", believed." + Sql.identifier(field.name()))
                .collect(Collectors.joining());
        String pivot = attributes.stream().map(ProfileSql::pivot).collect(Collectors.joining());
        return "select er_entity.enterprise_id, coalesce(er_entity.in_park, false) as in_park" + columns
                + " from er_entity left join (select enterprise_id" + pivot
                + " from claim where winner group by enterprise_id) as believed"
                + " on believed.enterprise_id = er_entity.enterprise_id"
                + " where coalesce(er_entity.state, 'active') <> 'merged'"
                + " order by er_entity.enterprise_id";
    }

    private static String pivot(CanonicalField field) {
        return ", cast(max(case when attribute = " + Sql.literal(field.name()) + " then value end) as "
                + field.type().columnType() + ") as " + Sql.identifier(field.name());
    }
}
