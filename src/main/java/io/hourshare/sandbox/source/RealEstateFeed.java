package io.hourshare.sandbox.source;

import io.hourshare.kernel.ResidentNumber;
import io.hourshare.sandbox.DirtRates;
import io.hourshare.sandbox.source.SourceRecord.Draft;
import io.hourshare.sandbox.world.Codes;
import io.hourshare.sandbox.world.Dice;
import io.hourshare.sandbox.world.Enterprise;
import io.hourshare.sandbox.world.Rhythm;
import io.hourshare.sandbox.world.Rhythm.Beat;
import io.hourshare.sandbox.world.Site;
import io.hourshare.sandbox.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * natural-resources.real-estate: rights to land and buildings. Some units change hands from time to time: the old right
 * becomes history and a new one stands. The second and third holder carry {@code #2} and {@code #3} behind the column.
 */
public final class RealEstateFeed extends SourceFeed {

    private static final String COLUMNS =
            "BDCDYH,BDCQZH,YWH,QLLX,QLRMC,QLRZJH,ZL,SYQMJ,JZMJ,YT,QSSJ,JSSJ,SFDY,SFCF,DJSJ,QSZT,QXDM";

    private static final Rhythm SOLD = new Rhythm("sold", 420);

    public RealEstateFeed(World world, DirtRates rates) {
        super("natural-resources.real-estate", COLUMNS, world, dirt(rates));
    }

    private static Dirt dirt(DirtRates rates) {
        return Dirt.ofFew(rates, 2)
                .spoilt("BDCDYH", "no-key", Scribbles.GONE)
                .spoilt("YWH", "no-business-number", Scribbles.GONE)
                .spoilt("QLRMC", "no-name", Scribbles.GONE)
                .cosmetic("BDCDYH", "in-groups", RealEstateFeed::inGroups)
                .cosmetic("BDCQZH", "half-brackets", Scribbles.HALF_BRACKETS)
                .cosmetic("QLRMC", "half-brackets", Scribbles.HALF_BRACKETS)
                .cosmetic("QLRZJH", "organisation-code", Scribbles.ORGANISATION_CODE)
                .cosmetic("QLRZJH", "lower-case", Scribbles.LOWER_CASE)
                .wrong("QLRZJH", "mistyped", Scribbles.MISTYPED)
                .wrong("QLRZJH", "all-zero", Scribbles.ZEROS)
                .missing("QLRZJH", "no-code")
                .cosmetic("SYQMJ", "unit-in-value", (value, dice) -> value + dice.oneOf("㎡", "平方米"))
                .wrong("SYQMJ", "negative", (value, dice) -> "-" + value)
                .wrong("JZMJ", "no-number", (value, dice) -> dice.oneOf("/", "详见附图"))
                .cosmetic("QSSJ", "date-spelling", Spellings.DATE)
                .wrong("JSSJ", "placeholder-date", Spellings.PLACEHOLDER_DATE)
                .cosmetic(
                        "SFDY",
                        "boolean-wording",
                        (value, dice) -> value.equals("是") ? dice.oneOf("1", "Y") : dice.oneOf("0", "N"))
                .cosmetic(
                        "SFCF",
                        "boolean-wording",
                        (value, dice) -> value.equals("是") ? dice.oneOf("1", "Y") : dice.oneOf("0", "N"))
                .cosmetic("ZL", "full-width", Scribbles.FULL_WIDTH);
    }

    @Override
    public Stream<SourceRecord> about(long slot, Instant asOf) {
        Enterprise it = world().at(slot, asOf);
        List<SourceRecord> records = new ArrayList<>();
        for (Site site : Site.of(world(), it, asOf)) {
            if (dice(it, "-sells", site.number()).chance(0.7)) {
                records.addAll(afterSale(it, site, asOf));
            } else {
                Instant registered =
                        site.acquired().atTime(10, 30).atZone(World.ZONE).toInstant();
                records.add(record(it, site, new Right(0, registered, registered, true), asOf));
            }
        }
        return records.stream().flatMap(record -> sent(record, it));
    }

    /** One right to one site: its number, since when, when its row was last written, whether it stands. */
    private record Right(long ordinal, Instant since, Instant written, boolean stands) {}

    private List<SourceRecord> afterSale(Enterprise it, Site site, Instant asOf) {
        Beat beat = SOLD.before(asOf, world().seed(), site.number());
        Instant before = beat.last().minusSeconds(SOLD.hours() * 3600);
        Right old = new Right(beat.count() - 1, before, beat.last(), false);
        Right now = new Right(beat.count(), beat.last(), beat.last(), true);
        return List.of(record(it, site, old, asOf), record(it, site, now, asOf));
    }

    /** Owner and buyer take turns. */
    private Enterprise holder(Enterprise it, Right right, Instant asOf) {
        boolean sold = Math.floorMod(right.ordinal, 2L) == 1;
        return sold ? world().head(Math.floorMod(it.slot() + 7, (long) world().enterprises()), asOf) : it;
    }

    private SourceRecord record(Enterprise it, Site site, Right right, Instant asOf) {
        Dice dice = dice(it, "", site.number(), right.ordinal, right.written.getEpochSecond());
        Enterprise holder = holder(it, right, asOf);
        List<String> owners = new ArrayList<>(List.of(holder.id()));
        String business = Spellings.day(right.since).toString().replace("-", "")
                + Codes.padded(Math.floorMod(site.number() * 31 + right.ordinal, 1_000_000L), 6);
        Draft draft = SourceRecord.draft(site.number() + "/" + right.ordinal, "");
        unit(draft, site, business, right);
        draft.put("QLRMC", Names.then(holder, right.since)).put("QLRZJH", Names.code(holder, dice));
        if (dice.chance(0.08)) {
            shareWith(draft, dice, it, asOf, owners);
        }
        rest(draft, it, site, right, dice);
        Map<String, String> meant = dirt().apply(draft, dice);
        return draft.owners(String.join(",", owners)).finish(right.written, meant);
    }

    private static void unit(Draft draft, Site site, String business, Right right) {
        draft.put("BDCDYH", site.realtyUnit())
                .put("BDCQZH", site.certificate())
                .put("YWH", business)
                .put("QLLX", site.floors().signum() > 0 ? "4" : "3")
                .put("DJSJ", Spellings.time(right.since))
                .put("QSZT", right.stands ? "现势" : "历史");
    }

    private void shareWith(Draft draft, Dice dice, Enterprise it, Instant asOf, List<String> owners) {
        Enterprise second = world().head(Math.floorMod(it.slot() + 3, (long) world().enterprises()), asOf);
        draft.put("QLRMC#2", second.name().text())
                .put("QLRZJH#2", second.codes().uscc());
        owners.add(second.id());
        if (dice.chance(0.4)) {
            String body = "330482" + dice.between(1958, 1995)
                    + String.format("%02d%02d", dice.between(1, 12), dice.between(1, 28)) + dice.digits(3);
            draft.put("QLRMC#3", it.representative()).put("QLRZJH#3", body + ResidentNumber.checkCharacter(body));
            owners.add("");
        }
    }

    private static void rest(Draft draft, Enterprise it, Site site, Right right, Dice dice) {
        draft.put("ZL", it.address().brief())
                .put("SYQMJ", site.land())
                .put("JZMJ", site.floors().signum() > 0 ? site.floors() : "")
                .put("YT", dice.oneOf("工业用地", "工业", "仓储", "0601"))
                .put("QSSJ", site.acquired())
                .put("JSSJ", site.acquired().plusYears(50).minusDays(1))
                .put("SFDY", dice.chance(0.3) && right.stands ? "是" : "否")
                .put("SFCF", dice.chance(0.02) ? "是" : "否")
                .put("QXDM", site.parcel().substring(0, 6));
    }

    private static String inGroups(String value, Dice dice) {
        return value.substring(0, 6) + " " + value.substring(6, 12) + " " + value.substring(12, 19) + " "
                + value.substring(19);
    }
}
