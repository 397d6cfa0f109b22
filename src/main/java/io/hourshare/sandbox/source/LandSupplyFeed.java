package io.hourshare.sandbox.source;

import io.hourshare.sandbox.DirtRates;
import io.hourshare.sandbox.source.SourceRecord.Draft;
import io.hourshare.sandbox.world.Dice;
import io.hourshare.sandbox.world.Enterprise;
import io.hourshare.sandbox.world.Site;
import io.hourshare.sandbox.world.World;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;

/** natural-resources.land-supply: land given out, in hectares; the whole list each time. */
public final class LandSupplyFeed extends SourceFeed {

    private static final String COLUMNS =
            "DZJGH,ZDDM,TDSYQR,TDSYQRDM,TDZL,XZQDM,GDFS,TDYT,GDMJ,CRJK,CRNX,HTQDRQ,YDKGSJ,YDJGSJ,RJLSX,TZQD";

    public LandSupplyFeed(World world, DirtRates rates) {
        super("natural-resources.land-supply", COLUMNS, world, dirt(rates));
    }

    private static Dirt dirt(DirtRates rates) {
        return Dirt.ofFew(rates, 3)
                .spoilt("DZJGH", "no-key", Scribbles.GONE)
                .spoilt("TDSYQR", "no-name", Scribbles.GONE)
                .cosmetic(
                        "ZDDM",
                        "in-groups",
                        (value, dice) ->
                                value.substring(0, 6) + " " + value.substring(6, 12) + " " + value.substring(12))
                .wrong(
                        "ZDDM",
                        "old-parcel",
                        (value, dice) -> value.substring(6, 9) + "-" + dice.digits(3) + "-" + dice.digits(2))
                .cosmetic("TDSYQRDM", "organisation-code", Scribbles.ORGANISATION_CODE)
                .cosmetic("TDSYQRDM", "organisation-code", Scribbles.ORGANISATION_CODE)
                .wrong("TDSYQRDM", "mistyped", Scribbles.MISTYPED)
                .missing("TDSYQRDM", "no-code", 2)
                .cosmetic("TDSYQR", "half-brackets", Scribbles.HALF_BRACKETS)
                .cosmetic("GDFS", "mode-wording", (value, dice) -> dice.oneOf("挂牌出让", "协议出让", "拍卖出让"))
                .cosmetic("TDYT", "other-scheme", (value, dice) -> dice.oneOf("1001", "工业用地", "061"))
                .wrong(
                        "GDMJ",
                        "square-metres",
                        (value, dice) ->
                                new BigDecimal(value).movePointRight(4).setScale(2, RoundingMode.HALF_UP) + "平方米")
                .wrong("CRJK", "unit-in-value", Scribbles.onNumber((value, dice) -> value + "万元"))
                .cosmetic("HTQDRQ", "date-spelling", Spellings.DATE)
                .wrong("YDJGSJ", "placeholder-date", Spellings.PLACEHOLDER_DATE)
                .wrong("RJLSX", "range", (value, dice) -> "1.0≤容积率≤" + value)
                .wrong(
                        "TZQD",
                        "per-mu",
                        (value, dice) ->
                                new BigDecimal(value).divide(BigDecimal.valueOf(15), 0, RoundingMode.HALF_UP) + "万元/亩");
    }

    @Override
    public Stream<SourceRecord> about(long slot, Instant asOf) {
        Enterprise it = world().at(slot, asOf);
        return Site.of(world(), it, asOf).stream().flatMap(site -> sent(record(it, site), it));
    }

    private SourceRecord record(Enterprise it, Site site) {
        Dice dice = dice(it, "", site.number());
        LocalDate signed = site.acquired().minusDays(45);
        BigDecimal hectares = site.land().movePointLeft(4).setScale(4, RoundingMode.HALF_UP);
        Instant signedAt = signed.atTime(15, 0).atZone(World.ZONE).toInstant();
        Draft draft = SourceRecord.draft(Long.toString(site.number()), it);
        draft.put("DZJGH", site.supplyNumber())
                .put("ZDDM", site.parcel())
                .put("TDSYQR", Names.then(it, signedAt))
                .put("TDSYQRDM", Names.code(it, dice))
                .put("TDZL", it.address().town() + it.address().road() + dice.oneOf("东侧", "西侧", "南侧", "北侧"))
                .put("XZQDM", site.parcel().substring(0, 6))
                .put("GDFS", dice.oneOf("出让", "出让", "出让", "划拨", "租赁"))
                .put("TDYT", "0601")
                .put("GDMJ", hectares)
                .put(
                        "CRJK",
                        hectares.multiply(BigDecimal.valueOf(dice.between(380, 900)))
                                .setScale(2, RoundingMode.HALF_UP))
                .put("CRNX", dice.oneOf(50, 50, 30, 20))
                .put("HTQDRQ", signed)
                .put("YDKGSJ", signed.plusDays(180))
                .put("YDJGSJ", signed.plusDays(910))
                .put("RJLSX", "2." + dice.between(0, 5))
                .put("TZQD", dice.between(4500, 9000));
        Map<String, String> meant = dirt().apply(draft, dice);
        return draft.finish(signedAt, meant);
    }
}
