package io.hourshare.resolve;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FieldMapping;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.FeedId;
import io.hourshare.normalize.CurrentRecords;
import io.hourshare.store.DataRoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Current records of every feed that tells who somebody is, as one relation {@code er_source}. */
final class RecordSources {

    private static final Set<String> IDENTITY = Set.of("uscc", "org_code", "reg_no", "taxpayer_id", "ent_name");

    private static final Set<String> NUMBERS = Set.of("uscc", "org_code", "reg_no", "taxpayer_id");

    /** A feed of changes tells former names. */
    private static final Set<String> CHANGE = Set.of("change_item", "before_value", "change_date");

    /** Our column, and the canonical names it may come from in order of preference. */
    private static final List<List<String>> COLUMNS = List.of(
            List.of("ent_name"),
            List.of("former_names", "former_name"),
            List.of("former_until"),
            List.of("uscc"),
            List.of("org_code"),
            List.of("reg_no"),
            List.of("taxpayer_id"),
            List.of("address", "reg_address", "op_address"),
            List.of("region_code", "region_name", "op_region_code"),
            List.of("legal_rep", "legal_rep_name"),
            List.of("status", "reg_status", "reg_status_name", "reg_status_code"),
            List.of("park_status"));

    private final Catalogue catalogue;
    private final DataRoot root;

    RecordSources(Catalogue catalogue, DataRoot root) {
        this.catalogue = catalogue;
        this.root = root;
    }

    void attach(Session session, CurrentRecords current) {
        List<String> selects = new ArrayList<>();
        for (Feed feed : catalogue.feeds()) {
            List<String> files = current.files().getOrDefault(feed.id(), List.of());
            if (!files.isEmpty() && tellsIdentity(feed)) {
                String view = "current_" + feed.id().toString().replaceAll("[.-]", "_");
                session.view(view, files.stream().map(root::resolve).toList());
                selects.add(select(feed, view, columns(session, view)));
            }
        }
        session.execute("create or replace view er_source as "
                + (selects.isEmpty() ? nothing() : String.join(" union all ", selects)));
    }

    static boolean tellsIdentity(Feed feed) {
        return feed.job().map().stream().map(FieldMapping::canonical).anyMatch(IDENTITY::contains);
    }

    private static List<String> columns(Session session, String view) {
        return session.query(
                "select column_name from (describe " + Sql.identifier(view) + ")", row -> row.getString(1));
    }

    private static String select(Feed feed, String view, List<String> present) {
        return head(feed.id(), present.contains("park_status"))
                + COLUMNS.stream()
                        .map(names -> column(feed, names, present) + " as " + names.get(0))
                        .collect(Collectors.joining(", "))
                + " from " + Sql.identifier(view) + " where _op <> 'D'";
    }

    private static String column(Feed feed, List<String> names, List<String> present) {
        String name = names.get(0);
        boolean tellsChanges = present.containsAll(CHANGE);
        if (tellsChanges && name.equals("former_names")) {
            return "case when change_item like '%名称%' then cast(before_value as varchar) end";
        }
        if (tellsChanges && name.equals("former_until")) {
            return "case when change_item like '%名称%' then cast(change_date as varchar) end";
        }
        String value = column(names, present);
        return NUMBERS.contains(name) && present.contains(name)
                ? "coalesce(" + value + ", nullif(emptied_value(_warnings, " + Sql.literal(sources(feed, name))
                        + "), ''))"
                : value;
    }

    private static String sources(Feed feed, String canonical) {
        return feed.job().map().stream()
                .filter(mapping -> mapping.canonical().equals(canonical))
                .flatMap(mapping -> mapping.from().stream())
                .collect(Collectors.joining("|"));
    }

    private static String head(FeedId feed, boolean roster) {
        return "select " + Sql.literal(feed.toString()) + " as feed, _key as record_key, _source_time as observed_at, "
                + roster + " as in_roster, ";
    }

    private static String column(List<String> names, List<String> present) {
        String known = names.stream()
                .filter(present::contains)
                .map(name -> "nullif(cast(" + Sql.identifier(name) + " as varchar), '')")
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? "cast(null as varchar)" : "coalesce(" + known + ")";
    }

    private static String nothing() {
        return "select * from (select '' as feed, '' as record_key, cast(null as timestamp) as observed_at, "
                + "false as in_roster, "
                + COLUMNS.stream()
                        .map(names -> "cast(null as varchar) as " + names.get(0))
                        .collect(Collectors.joining(", "))
                + ") where false";
    }
}
