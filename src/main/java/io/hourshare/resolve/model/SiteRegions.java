package io.hourshare.resolve.model;

import io.hourshare.engine.Session;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Region names that the register's own addresses begin with: new zones and renamed counties that no code list holds yet.
 */
public final class SiteRegions {

    private static final String WORD = "[\\x{4e00}-\\x{9fa5}]{2,5}?";
    private static final String PREFIX = "^(?:(" + WORD + "省))?(?:(" + WORD + "市))?(?:(" + WORD + "[县区市]))?";

    private static final String FREQUENT = """
            with address as (
                select
                    regexp_extract(er_source.address, '%1$s', 1) as province,
                    regexp_extract(er_source.address, '%1$s', 2) as city,
                    regexp_extract(er_source.address, '%1$s', 3) as county,
                    er_source.region_code
                from er_source
                inner join (%2$s) as register_feed on register_feed.feed = er_source.feed
                where regexp_matches(er_source.region_code, '^[0-9]{6}') and er_source.address <> ''
            ),

            told as (
                select province as name, substr(region_code, 1, 2) || '0000' as code
                from address
                union all
                select city as name, substr(region_code, 1, 4) || '00' as code
                from address
                where county <> ''
                union all
                select case when county = '' then city else county end as name, substr(region_code, 1, 6) as code
                from address
            ),

            counted as (
                select name, code, count(*) as addresses
                from told
                where name <> ''
                group by name, code
            )

            select name, min(code) as code
            from counted
            where addresses >= greatest(20, (select count(*) from address) / 1000)
            group by name
            having count(*) = 1
            order by name""";

    /** The relation that keeps them. */
    public static final String TABLE = "site_region";

    private SiteRegions() {}

    /** Rows as code lists have them; {@code er_source} must be there. */
    public static List<Map<String, String>> of(Session session, String registerFeed) {
        session.execute("create or replace table " + TABLE + " as " + FREQUENT.formatted(PREFIX, registerFeed));
        return told(session);
    }

    /** Rows that were found before. */
    public static List<Map<String, String>> told(Session session) {
        return session.query(
                "select name, code from " + TABLE + " order by name",
                row -> new TreeMap<>(Map.of("name", row.getString(1), "code", row.getString(2))));
    }
}
