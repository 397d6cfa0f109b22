package io.hourshare.resolve;

import io.hourshare.contract.CanonicalEntity;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Current records of every feed that tells who somebody is, as one relation {@code er_source}. */
final class RecordSources {

    /** A feed of changes tells former names. */
    private static final Set<String> CHANGE = Set.of("change_item", "before_value", "change_date");

    /** A department's own number of an enterprise: by it records without a name hang on its records that have one. */
    private static final String OWN_NUMBER = "entity_pk";

    /** What a record without a name takes over from the one that it hangs on. */
    private static final List<String> TAKEN_OVER = List.of("uscc", "reg_no");

    private static final String HANGS_ON_NOTHING =
            ", cast(null as varchar) as named_feed, cast(null as varchar) as named_key";

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
        List<Source> sources = new ArrayList<>();
        for (Feed feed : catalogue.feeds()) {
            List<String> files = current.files().getOrDefault(feed.id(), List.of());
            if (!files.isEmpty() && tellsIdentity(feed)) {
                String view = "current_" + feed.id().toString().replaceAll("[.-]", "_");
                session.view(view, files.stream().map(root::resolve).toList());
                sources.add(new Source(feed, view, columns(session, view)));
            }
        }
        List<String> selects =
                sources.stream().map(source -> select(source, sources)).toList();
        session.execute("create or replace view er_source as "
                + (selects.isEmpty() ? nothing() : String.join(" union all ", selects)));
    }

    /** A feed's current records and the columns that they have. */
    private record Source(Feed feed, String view, List<String> columns) {

        private boolean hangsOn(Source other) {
            return feed.id().department().equals(other.feed.id().department())
                    && columns.contains(OWN_NUMBER)
                    && !columns.contains("ent_name")
                    && other.columns.containsAll(List.of(OWN_NUMBER, "ent_name"));
        }
    }

    static boolean tellsIdentity(Feed feed) {
        return feed.job().map().stream().map(FieldMapping::canonical).anyMatch(CanonicalEntity.IDENTIFYING::contains);
    }

    private static List<String> columns(Session session, String view) {
        return session.query(
                "select column_name from (describe " + Sql.identifier(view) + ")", row -> row.getString(1));
    }

    private static String select(Source source, List<Source> all) {
        Optional<Source> named = all.stream().filter(source::hangsOn).findFirst();
        List<String> taken = TAKEN_OVER.stream()
                .filter(number ->
                        named.filter(one -> one.columns().contains(number)).isPresent())
                .toList();
        List<String> present = Stream.concat(source.columns().stream(), taken.stream())
                .distinct()
                .toList();
        return head(source.feed().id(), present.contains("park_status"))
                + COLUMNS.stream()
                        .map(names -> column(source.feed(), names, present) + " as " + names.get(0))
                        .collect(Collectors.joining(", "))
                + named.map(RecordSources::hangsOn).orElse(HANGS_ON_NOTHING)
                + " from " + (named.isEmpty() ? Sql.identifier(source.view()) : hung(source, named.get(), taken))
                + " where _op <> 'D'";
    }

    private static String hangsOn(Source named) {
        return ", case when named_key is not null then "
                + Sql.literal(named.feed().id().toString()) + " end as named_feed, named_key";
    }

    /**
     * The source's records, each with key and numbers of the named record that has the same number of the department;
     * where several have it, with the key of none.
     */
    private static String hung(Source source, Source named, List<String> taken) {
        String numbers = taken.stream()
                .map(number -> ", coalesce(named." + number + ", "
                        + (source.columns().contains(number) ? "own." + number : "null") + ") as " + number)
                .collect(Collectors.joining());
        String rest = source.columns().stream()
                .filter(column -> !taken.contains(column))
                .map(column -> "own." + Sql.identifier(column))
                .collect(Collectors.joining(", "));
        String numbersByKey = taken.stream()
                .map(number -> ", max(" + number + ") as " + number)
                .collect(Collectors.joining());
        return "(select " + rest + numbers + ", named.named_key from " + Sql.identifier(source.view())
                + " as own left join (select " + OWN_NUMBER
                + ", case when count(*) = 1 then max(_key) end as named_key" + numbersByKey + " from "
                + Sql.identifier(named.view())
                + " where _op <> 'D' group by "
                + OWN_NUMBER + ") as named on named." + OWN_NUMBER + " = own." + OWN_NUMBER + ")";
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
        return CanonicalEntity.NUMBERS.contains(name) && present.contains(name)
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
                + HANGS_ON_NOTHING + ") where false";
    }
}
