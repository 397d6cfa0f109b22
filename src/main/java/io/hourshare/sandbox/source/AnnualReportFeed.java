package io.hourshare.sandbox.source;

import io.hourshare.sandbox.DirtRates;
import io.hourshare.sandbox.source.SourceRecord.Draft;
import io.hourshare.sandbox.world.Codes;
import io.hourshare.sandbox.world.Dice;
import io.hourshare.sandbox.world.Enterprise;
import io.hourshare.sandbox.world.Kind;
import io.hourshare.sandbox.world.Status;
import io.hourshare.sandbox.world.World;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * market-regulation.annual-report: the year's reports after June, then late ones day by day. A figure comes with a mark
 * whether its enterprise made it public; some systems send the figure all the same.
 */
public final class AnnualReportFeed extends SourceFeed implements Dispatch.Plan {

    private static final String COLUMNS =
            "ANCHEID,UNISCID,ENTNAME,ANCHEYEAR,ANCHEDATE,BUSST_CN,EMPNUM,EMPNUMDIS,ASSGRO,"
                    + "ASSGRODIS,LIAGRO,LIAGRODIS,TOTEQU,TOTEQUDIS,VENDINC,VENDINCDIS,MAIBUSINC,MAIBUSINCDIS,PROGRO,PROGRODIS,"
                    + "NETINC,NETINCDIS,RATGRO,RATGRODIS,NUMPARM,PARINS,PARTYORGTYPE,TEL,EMAIL";

    private static final Charset GB18030 = Charset.forName("GB18030");

    public AnnualReportFeed(World world, DirtRates rates) {
        super("market-regulation.annual-report", COLUMNS, world, dirt(rates));
    }

    private static Dirt dirt(DirtRates rates) {
        return new Dirt(rates)
                .spoilt("ANCHEYEAR", "no-year", (value, dice) -> dice.oneOf("", "二〇二五", "20255"))
                .spoilt("ANCHEID", "no-key", Scribbles.GONE)
                .spoilt("EMAIL", CsvFile.BROKEN_LINE, Scribbles.KEPT)
                .cosmetic("UNISCID", "lower-case", Scribbles.LOWER_CASE)
                .cosmetic("UNISCID", "quoted", Scribbles.QUOTED)
                .wrong("UNISCID", "rounded-by-sheet", Scribbles.ROUNDED_BY_SHEET)
                .wrong("UNISCID", "mistyped", Scribbles.MISTYPED)
                .cosmetic("ENTNAME", "half-brackets", Scribbles.HALF_BRACKETS)
                .cosmetic("ANCHEDATE", "date-spelling", Spellings.DATE)
                .cosmetic("EMPNUM", "unit-in-value", Scribbles.onNumber((value, dice) -> value + "人"))
                .wrong("EMPNUM", "out-of-range", Scribbles.onNumber((value, dice) -> dice.oneOf("-5", "9999999")))
                .cosmetic("ASSGRO", "thousands", Scribbles.THOUSANDS)
                .cosmetic("VENDINC", "unit-in-value", Scribbles.onNumber((value, dice) -> value + "万元"))
                .wrong("LIAGRO", "no-number", (value, dice) -> dice.oneOf("保密", "#DIV/0!"))
                .cosmetic("PARINS", "boolean-wording", (value, dice) -> value.equals("1") ? "是" : "否")
                .wrong("TEL", "empty-word", Scribbles.EMPTY_WORD);
    }

    @Override
    public Stream<SourceRecord> about(long slot, Instant asOf) {
        Enterprise it = world().at(slot, asOf);
        int year = yearOf(Spellings.day(asOf));
        return reports(it, year) ? sent(record(it, year, 0, asOf), it) : Stream.empty();
    }

    @Override
    public List<Dispatch> at(Instant asOf) {
        LocalDate today = Spellings.day(asOf.minusSeconds(5 * 3600));
        LocalDate july = LocalDate.of(yearOf(today) + 1, 7, 1);
        Instant batch = july.atTime(4, 30).atZone(World.ZONE).toInstant();
        List<Dispatch> files = new ArrayList<>();
        files.add(file(july, batch, () -> records(batch)));
        for (LocalDate day = today.minusDays(2); !day.isAfter(today); day = day.plusDays(1)) {
            Instant at = day.atTime(4, 30).atZone(World.ZONE).toInstant();
            files.add(file(day, at, () -> late(at)));
        }
        return files;
    }

    private Dispatch file(LocalDate day, Instant at, Supplier<Stream<SourceRecord>> records) {
        String name = "QYNB_" + day.toString().replace("-", "") + ".csv";
        return new Dispatch(name, at, new CsvFile(this, GB18030, records), true);
    }

    /** Reports sent late, or mended. */
    private Stream<SourceRecord> late(Instant at) {
        int year = yearOf(Spellings.day(at));
        return LongStream.range(0, world().enterprises())
                .filter(slot -> Dice.of(world().seed(), "late-report", slot, at.getEpochSecond())
                        .chance(0.008))
                .mapToObj(slot -> world().at(slot, at))
                .filter(it -> reports(it, year))
                .map(it -> record(it, year, at.getEpochSecond(), at));
    }

    /** The year whose reports are out. */
    private static int yearOf(LocalDate day) {
        return day.isBefore(LocalDate.of(day.getYear(), 7, 2)) ? day.getYear() - 2 : day.getYear() - 1;
    }

    private boolean reports(Enterprise it, int year) {
        return it.isRegistered()
                && it.kind() != Kind.BRANCH
                && !it.status().isOver()
                && it.founded().getYear() <= year
                && !dice(it, "-silent").chance(0.08);
    }

    private SourceRecord record(Enterprise it, int year, long revision, Instant at) {
        Dice dice = dice(it, "", year, revision);
        LocalDate published = revision == 0
                ? LocalDate.of(year + 1, dice.between(1, 6), dice.between(1, 28))
                : Spellings.day(at).minusDays(1);
        Draft draft = SourceRecord.draft(it.slot() + "/" + year + "/" + revision, it);
        draft.put("ANCHEID", year + Codes.padded(Math.floorMod(it.number(), 1_000_000_000_000L), 12))
                .put("UNISCID", it.codes().uscc())
                .put(
                        "ENTNAME",
                        Names.then(it, published.atStartOfDay(World.ZONE).toInstant()))
                .put("ANCHEYEAR", year)
                .put("ANCHEDATE", published)
                .put("BUSST_CN", it.status() == Status.SUSPENDED ? "歇业" : "开业");
        figures(draft, it, dice);
        boolean party = it.people() > 50 && dice.chance(0.5);
        draft.put("NUMPARM", party ? dice.between(3, 40) : "0")
                .put("PARINS", party ? "1" : "2")
                .put("PARTYORGTYPE", party ? dice.oneOf("支部", "联合支部", "总支") : "")
                .put("TEL", "0573-8500" + dice.digits(4))
                .put("EMAIL", "demo" + Math.abs(it.slot()) + "@example.com");
        Map<String, String> meant = dirt().apply(draft, dice);
        return draft.finish(published.atTime(18, 0).atZone(World.ZONE).toInstant(), meant);
    }

    private static void figures(Draft draft, Enterprise it, Dice dice) {
        BigDecimal revenue = it.capital().max(BigDecimal.TEN).multiply(BigDecimal.valueOf(dice.between(40, 600), 2));
        BigDecimal assets = revenue.multiply(BigDecimal.valueOf(dice.between(60, 180), 2));
        BigDecimal debts = assets.multiply(BigDecimal.valueOf(dice.between(20, 80), 2));
        BigDecimal profit = revenue.multiply(BigDecimal.valueOf(dice.between(-8, 16), 2));
        figure(draft, dice, "EMPNUM", BigDecimal.valueOf(it.people()));
        figure(draft, dice, "ASSGRO", scaled(assets));
        figure(draft, dice, "LIAGRO", scaled(debts));
        figure(draft, dice, "TOTEQU", scaled(assets.subtract(debts)));
        figure(draft, dice, "VENDINC", scaled(revenue));
        figure(draft, dice, "MAIBUSINC", scaled(revenue.multiply(new BigDecimal("0.96"))));
        figure(draft, dice, "PROGRO", scaled(profit));
        figure(draft, dice, "NETINC", scaled(profit.multiply(new BigDecimal("0.78"))));
        figure(draft, dice, "RATGRO", scaled(revenue.multiply(new BigDecimal("0.035"))));
    }

    private static void figure(Draft draft, Dice dice, String column, BigDecimal value) {
        boolean open = dice.chance(0.45);
        boolean shown = open || dice.chance(0.5);
        draft.put(column, shown ? value.toPlainString() : dice.oneOf("企业选择不公示", ""))
                .put(column + "DIS", open ? "1" : "2");
    }

    private static BigDecimal scaled(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP);
    }
}
