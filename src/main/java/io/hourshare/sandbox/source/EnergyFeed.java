package io.hourshare.sandbox.source;

import io.hourshare.sandbox.DirtRates;
import io.hourshare.sandbox.source.SourceRecord.Draft;
import io.hourshare.sandbox.world.Codes;
import io.hourshare.sandbox.world.Dice;
import io.hourshare.sandbox.world.Enterprise;
import io.hourshare.sandbox.world.Kind;
import io.hourshare.sandbox.world.World;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** industry-it.energy-monthly: what each account used; an enterprise has several, or sits behind its landlord's. */
public final class EnergyFeed extends SourceFeed {

    private static final String COLUMNS = "HH,HM,TYSHXYDM,TJY,YDL,ZGFH,BZRL,YQL,YSL,ZHNH";
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");
    private static final int MONTHS = 3;

    public EnergyFeed(World world, DirtRates rates) {
        super("industry-it.energy-monthly", COLUMNS, world, dirt(rates));
    }

    private static Dirt dirt(DirtRates rates) {
        return new Dirt(rates)
                .spoilt("HH", "no-key", Scribbles.GONE)
                .spoilt("TJY", "no-month", (value, dice) -> dice.oneOf("202413", "2024", "上月"))
                .cosmetic(
                        "TJY",
                        "month-wording",
                        (value, dice) -> value.substring(0, 4) + dice.oneOf("-", "/", "年") + value.substring(4))
                .cosmetic("TYSHXYDM", "lower-case", Scribbles.LOWER_CASE)
                .wrong("TYSHXYDM", "mistyped", Scribbles.MISTYPED)
                .missing("TYSHXYDM", "no-code", 4)
                .cosmetic("HM", "half-brackets", Scribbles.HALF_BRACKETS)
                .cosmetic(
                        "YDL",
                        "ten-thousands",
                        (value, dice) -> new BigDecimal(value).movePointLeft(4).toPlainString() + "万千瓦时")
                .wrong("YDL", "negative", (value, dice) -> "-" + value)
                .wrong("YDL", "no-number", (value, dice) -> dice.oneOf("-", "未抄表"))
                .wrong("ZGFH", "out-of-range", (value, dice) -> "99999999999")
                .missing("YQL", "no-gas", 5);
    }

    @Override
    public Set<String> numbers() {
        return Set.of("YDL", "ZGFH", "BZRL", "YQL", "YSL", "ZHNH");
    }

    @Override
    public Stream<SourceRecord> about(long slot, Instant asOf) {
        Enterprise it = world().at(slot, asOf);
        Dice dice = dice(it, "-accounts");
        boolean plant = it.industry().section() == 'C' && it.kind() != Kind.BRANCH && !it.isShortLived();
        if (!it.isRegistered() || !plant || !dice.chance(it.inPark() ? 0.75 : 0.3)) {
            return Stream.empty();
        }
        int accounts = dice.weighted(0, 75, 18, 7);
        List<SourceRecord> records = new ArrayList<>();
        YearMonth newest = newest(asOf);
        for (int account = 0; account < accounts; account++) {
            for (int back = 0; back < MONTHS; back++) {
                records.add(record(it, account, newest.minusMonths(back)));
            }
        }
        return records.stream().flatMap(record -> sent(record, it));
    }

    /** A month's figures come out on the eighth of the next. */
    private static YearMonth newest(Instant asOf) {
        YearMonth month = YearMonth.from(Spellings.day(asOf)).minusMonths(1);
        return published(month).isBefore(asOf) ? month : month.minusMonths(1);
    }

    private static Instant published(YearMonth month) {
        return month.plusMonths(1).atDay(8).atTime(6, 0).atZone(World.ZONE).toInstant();
    }

    private SourceRecord record(Enterprise it, int account, YearMonth month) {
        Dice dice = dice(it, "", account, month.getYear() * 12L + month.getMonthValue());
        Dice always = dice(it, "-account", account);
        BigDecimal power = BigDecimal.valueOf((long) it.people() * dice.between(30_000, 90_000), 2);
        boolean landlord = always.chance(0.06);
        Draft draft = SourceRecord.draft(it.number() + "/" + account + "/" + month, landlord ? "" : it.id());
        draft.put("HH", "3304" + Codes.padded(Math.floorMod(it.number() * 8 + account, 1_000_000_000L), 9))
                .put("HM", landlord ? "平湖演示物业服务有限公司" : Names.then(it, published(month)))
                .put("TYSHXYDM", landlord ? "" : it.codes().uscc())
                .put("TJY", MONTH.format(month))
                .put("YDL", power)
                .put("ZGFH", power.divide(BigDecimal.valueOf(220), 1, RoundingMode.HALF_UP))
                .put("BZRL", always.oneOf(315, 500, 800, 1250, 2500))
                .put("YQL", dice.between(0, 60_000))
                .put("YSL", dice.between(50, 9000))
                .put("ZHNH", power.multiply(new BigDecimal("0.0001229")).setScale(2, RoundingMode.HALF_UP));
        Map<String, String> meant = dirt().apply(draft, dice);
        return draft.finish(published(month).plusSeconds(Math.floorMod(it.slot(), 3000L)), meant);
    }
}
