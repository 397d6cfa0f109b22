package io.hourshare.sandbox.source;

import io.hourshare.sandbox.DirtRates;
import io.hourshare.sandbox.source.SourceRecord.Draft;
import io.hourshare.sandbox.world.Affair;
import io.hourshare.sandbox.world.Dice;
import io.hourshare.sandbox.world.Enterprise;
import io.hourshare.sandbox.world.Rhythm;
import io.hourshare.sandbox.world.World;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;

/** tax.arrears: arrears made public and taxpayers that cannot be found. */
public final class ArrearsFeed extends SourceFeed {

    private static final String COLUMNS = "NSRSBH,NSRMC,SJLX,QSSZ,QSYE,DQXFSQS,RDRQ,JCRQ,GGJG,GGRQ,FDDBR";
    private static final Affair.Kind OWES = new Affair.Kind("owes", 0.04, 0.02, new Rhythm("owes", 90));

    public ArrearsFeed(World world, DirtRates rates) {
        super("tax.arrears", COLUMNS, world, dirt(rates));
    }

    private static Dirt dirt(DirtRates rates) {
        return Dirt.ofFew(rates, 3)
                .spoilt("NSRSBH", "no-key", Scribbles.GONE)
                .spoilt("NSRMC", "no-name", Scribbles.GONE)
                .spoilt("GGRQ", "no-date", Spellings.NO_DATE)
                .cosmetic("NSRSBH", "lower-case", Scribbles.LOWER_CASE)
                .wrong("NSRSBH", "masked", Scribbles.MASKED)
                .cosmetic("SJLX", "type-wording", (value, dice) -> value.equals("ARREARS") ? "欠税公告" : "非正常户")
                .cosmetic("QSYE", "thousands", Scribbles.THOUSANDS)
                .cosmetic(
                        "QSYE",
                        "ten-thousands",
                        (value, dice) -> new BigDecimal(value)
                                        .movePointLeft(4)
                                        .stripTrailingZeros()
                                        .toPlainString() + "万元")
                .wrong("DQXFSQS", "negative", (value, dice) -> "-" + value)
                .cosmetic("GGRQ", "date-spelling", Spellings.DATE)
                .wrong("JCRQ", "placeholder-date", Spellings.PLACEHOLDER_DATE);
    }

    @Override
    public Stream<SourceRecord> about(long slot, Instant asOf) {
        Enterprise it = world().at(slot, asOf);
        return Affair.of(world(), OWES, it, asOf).stream().flatMap(affair -> sent(record(it, affair), it));
    }

    private SourceRecord record(Enterprise it, Affair affair) {
        Dice dice = dice(it, "", affair.ordinal());
        LocalDate day = Spellings.day(affair.at());
        boolean owes = dice.chance(0.65);
        BigDecimal balance = BigDecimal.valueOf(dice.between(50_000, 90_000_000), 2);
        Draft draft = SourceRecord.draft(it.number() + "/" + affair.ordinal(), it);
        draft.put("NSRSBH", it.codes().taxNumber())
                .put("NSRMC", Names.then(it, affair.at()))
                .put("SJLX", owes ? "ARREARS" : "ABNORMAL")
                .put("QSSZ", owes ? dice.oneOf("增值税", "企业所得税", "城镇土地使用税", "房产税") : "")
                .put("QSYE", owes ? balance : "")
                .put("DQXFSQS", owes ? balance.movePointLeft(1).setScale(2, RoundingMode.HALF_UP) : "")
                .put("RDRQ", owes ? "" : day.minusDays(3))
                .put("JCRQ", !owes && dice.chance(0.4) ? day.plusDays(40) : "")
                .put("GGJG", "国家税务总局" + it.region().name() + "税务局")
                .put("GGRQ", day)
                .put("FDDBR", it.representative());
        Map<String, String> meant = dirt().apply(draft, dice);
        return draft.finish(affair.at(), meant);
    }
}
