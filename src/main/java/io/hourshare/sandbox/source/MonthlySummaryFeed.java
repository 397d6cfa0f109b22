package io.hourshare.sandbox.source;

import io.hourshare.sandbox.DirtRates;
import io.hourshare.sandbox.source.SourceRecord.Draft;
import io.hourshare.sandbox.world.Dice;
import io.hourshare.sandbox.world.Enterprise;
import io.hourshare.sandbox.world.Kind;
import io.hourshare.sandbox.world.World;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** tax.monthly-summary: sales and taxes by month in yuan, out on the sixteenth of the next month. */
public final class MonthlySummaryFeed extends SourceFeed implements Dispatch.Plan {

    private static final String COLUMNS = "NSRSBH,NSRMC,SSSQ_Q,SSSQ_Z,YSXSE,MSXSE,KPJE,KPFS,ZZS,QYSDS,SKHJ,RKRQ";
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int MONTHS = 3;

    public MonthlySummaryFeed(World world, DirtRates rates) {
        super("tax.monthly-summary", COLUMNS, world, dirt(rates));
    }

    private static Dirt dirt(DirtRates rates) {
        return new Dirt(rates)
                .spoilt("NSRSBH", "no-key", Scribbles.GONE)
                .spoilt("SSSQ_Q", "no-month", (value, dice) -> dice.oneOf("", "上月", "2024-13"))
                .spoilt("RKRQ", CsvFile.BROKEN_LINE, Scribbles.KEPT)
                .cosmetic("NSRSBH", "lower-case", Scribbles.LOWER_CASE)
                .wrong("NSRSBH", "rounded-by-sheet", Scribbles.ROUNDED_BY_SHEET)
                .wrong("SSSQ_Q", "cumulative", (value, dice) -> value.substring(0, 4) + "0101")
                .cosmetic("SSSQ_Q", "month-only", (value, dice) -> value.substring(0, 4) + "-" + value.substring(4, 6))
                .cosmetic("YSXSE", "thousands", Scribbles.THOUSANDS)
                .wrong(
                        "YSXSE",
                        "ten-thousands",
                        (value, dice) -> new BigDecimal(value).movePointLeft(4).toPlainString() + "万元")
                .wrong("KPFS", "no-number", (value, dice) -> dice.oneOf("-", "N/A"))
                .cosmetic("RKRQ", "date-spelling", (value, dice) -> value.replace("-", ""))
                .wrong("RKRQ", "placeholder-date", Spellings.PLACEHOLDER_DATE)
                .cosmetic("NSRMC", "half-brackets", Scribbles.HALF_BRACKETS);
    }

    @Override
    public Stream<SourceRecord> about(long slot, Instant asOf) {
        Enterprise it = world().at(slot, asOf);
        YearMonth month = newest(asOf);
        return pays(it, month) ? sent(record(it, month, 0), it) : Stream.empty();
    }

    @Override
    public List<Dispatch> at(Instant asOf) {
        List<Dispatch> files = new ArrayList<>();
        YearMonth newest = newest(asOf);
        for (int back = MONTHS - 1; back >= 0; back--) {
            YearMonth month = newest.minusMonths(back);
            Instant at = published(month);
            files.add(file(month.toString().replace("-", ""), at, () -> records(at)));
        }
        LocalDate today = Spellings.day(asOf.minusSeconds(7 * 3600));
        Instant at = today.atTime(6, 30).atZone(World.ZONE).toInstant();
        files.add(file("GZ_" + today.toString().replace("-", ""), at, () -> mended(at)));
        return files;
    }

    private Dispatch file(String suffix, Instant at, Supplier<Stream<SourceRecord>> records) {
        return new Dispatch("YDHZ_" + suffix + ".csv", at, new CsvFile(this, GB18030, records), true);
    }

    /** Returns put right after the day. */
    private Stream<SourceRecord> mended(Instant at) {
        YearMonth month = newest(at);
        return LongStream.range(0, world().enterprises())
                .filter(slot -> Dice.of(world().seed(), "mended", slot, at.getEpochSecond())
                        .chance(0.01))
                .mapToObj(slot -> world().at(slot, at))
                .filter(it -> pays(it, month))
                .map(it -> record(it, month, at.getEpochSecond()));
    }

    private static YearMonth newest(Instant asOf) {
        YearMonth month = YearMonth.from(Spellings.day(asOf)).minusMonths(1);
        return published(month).isBefore(asOf) ? month : month.minusMonths(1);
    }

    private static Instant published(YearMonth month) {
        return month.plusMonths(1).atDay(16).atTime(5, 10).atZone(World.ZONE).toInstant();
    }

    private static boolean pays(Enterprise it, YearMonth month) {
        return it.isRegistered()
                && !it.status().isOver()
                && it.kind() != Kind.INDIVIDUAL
                && it.founded().isBefore(month.atEndOfMonth());
    }

    private SourceRecord record(Enterprise it, YearMonth month, long revision) {
        Dice dice = dice(it, "", month.getYear() * 12L + month.getMonthValue(), revision);
        BigDecimal sales = it.capital().max(BigDecimal.TEN).multiply(BigDecimal.valueOf(dice.between(10, 600)));
        BigDecimal vat = sales.multiply(BigDecimal.valueOf(dice.between(-15, 60), 3));
        BigDecimal income = month.getMonthValue() % 3 == 1
                ? sales.multiply(BigDecimal.valueOf(dice.between(0, 40), 3))
                : BigDecimal.ZERO;
        Draft draft = SourceRecord.draft(it.slot() + "/" + month + "/" + revision, it);
        draft.put("NSRSBH", it.codes().taxNumber())
                .put("NSRMC", it.name().text())
                .put("SSSQ_Q", month.atDay(1).toString().replace("-", ""))
                .put("SSSQ_Z", month.atEndOfMonth().toString().replace("-", ""))
                .put("YSXSE", yuan(sales))
                .put("MSXSE", yuan(dice.chance(0.1) ? sales.movePointLeft(1) : BigDecimal.ZERO))
                .put("KPJE", yuan(sales.multiply(new BigDecimal("0.97"))))
                .put("KPFS", dice.between(1, 300))
                .put("ZZS", yuan(vat))
                .put("QYSDS", yuan(income))
                .put("SKHJ", yuan(vat.add(income)))
                .put("RKRQ", month.plusMonths(1).atDay(dice.between(8, 15)));
        Map<String, String> meant = dirt().apply(draft, dice);
        return draft.finish(published(month), meant);
    }

    private static BigDecimal yuan(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP);
    }
}
