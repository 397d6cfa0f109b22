package io.hourshare.resolve.model;

import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was counted, not set: weights, rarity of names, how often somebody is unknown, how sure a likeness is.
 *
 * <p>Its version is the digest of all of it together with the models' own; results name it.
 */
public final class LearntModel {

    /** Part, subject, level and value of every number that was learnt, in one order. */
    public static final String NUMBERS = """
            select 'weight' as part, feed || '/' || feature as subject, level, bits as number from weight
            union all
            select 'name_rarity', legal_form,
                case when tells_region then 'region' else 'none' end || '/' || commonness || '/' || part, bits
            from (
                select legal_form, tells_region, commonness, 'full' as part, full_bits as bits from name_rarity
                union all
                select legal_form, tells_region, commonness, 'core', core_bits from name_rarity
                union all
                select legal_form, tells_region, commonness, 'sound', sound_bits from name_rarity
            ) as parts
            union all
            select 'brand_rarity', cast(brand_length as varchar), '', brand_bits from brand_rarity
            union all
            select 'feed_habit', feed || '/' || legal_form,
                case when is_registered then 'registered' else 'outsider' end || '/known', known_bits
            from feed_habit
            union all
            select 'feed_habit', feed || '/' || legal_form,
                case when is_registered then 'registered' else 'outsider' end || '/new', new_bits
            from feed_habit
            union all
            select 'number_share', 'lone', '', lone_bits from number_share
            union all
            select 'number_share', 'shared', '', shared_bits from number_share
            union all
            select 'unknown_share', feed, region_code, known_bits from unknown_share
            union all
            select 'calibration', name_class, cast(margin as varchar), chance from calibration
            union all
            select 'place', part, text, enterprises from place_size""";

    private LearntModel() {}

    public static Digest version(Session session, Digest models) {
        List<String> numbers = new ArrayList<>(List.of(models.hex()));
        numbers.addAll(session.query("select version from rule_version", row -> row.getString(1)));
        numbers.addAll(session.query(
                "select part, subject, level, number from (" + NUMBERS + ") order by part, subject, level",
                row -> row.getString(1) + "/" + row.getString(2) + "/" + row.getString(3) + "="
                        + String.format(Locale.ROOT, "%.9f", row.getDouble(4))));
        return Digest.of(numbers);
    }
}
