package io.hourshare.sandbox.source;

import io.hourshare.sandbox.DirtRates;
import io.hourshare.sandbox.source.SourceRecord.Draft;
import io.hourshare.sandbox.world.Dice;
import io.hourshare.sandbox.world.Enterprise;
import io.hourshare.sandbox.world.Kind;
import io.hourshare.sandbox.world.World;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * tax.credit-rating: the whole county in April, then supplements by month and, for this town's sake, by six hours. One
 * supplement is sent again under another name each day, one name is used again and again, one file never gets finished.
 */
public final class CreditRatingFeed extends SourceFeed implements Dispatch.Plan {

    private static final Charset GBK = Charset.forName("GBK");
    private static final int SIX_HOURS = 6 * 3600;

    public CreditRatingFeed(World world, DirtRates rates) {
        super("tax.credit-rating", "NSRSBH,NSRMC,PJND,XYDJ,PJDF,PJRQ,PJDW", world, dirt(rates));
    }

    private static Dirt dirt(DirtRates rates) {
        return new Dirt(rates)
                .spoilt("NSRSBH", "no-key", Scribbles.GONE)
                .spoilt("NSRMC", "no-name", Scribbles.GONE)
                .spoilt("PJDW", CsvFile.BROKEN_LINE, Scribbles.KEPT)
                .spoilt("PJND", "no-year", (value, dice) -> dice.oneOf("二〇二五", "1025", ""))
                .cosmetic("NSRSBH", "lower-case", Scribbles.LOWER_CASE)
                .cosmetic("NSRSBH", "quoted", Scribbles.QUOTED)
                .wrong("NSRSBH", "mistyped", Scribbles.MISTYPED)
                .wrong("NSRSBH", "rounded-by-sheet", Scribbles.ROUNDED_BY_SHEET)
                .cosmetic("NSRMC", "half-brackets", Scribbles.HALF_BRACKETS)
                .cosmetic("NSRMC", "full-width-blank", (value, dice) -> value + "　")
                .cosmetic(
                        "XYDJ",
                        "grade-wording",
                        (value, dice) -> dice.oneOf(
                                value.toLowerCase(Locale.ROOT), Scribbles.FULL_WIDTH.write(value, dice), value + "级"))
                .wrong("PJDF", "out-of-range", (value, dice) -> dice.oneOf("1000", "-3", "优"))
                .cosmetic("PJRQ", "date-spelling", Spellings.DATE)
                .wrong("PJRQ", "placeholder-date", Spellings.PLACEHOLDER_DATE);
    }

    @Override
    public Stream<SourceRecord> about(long slot, Instant asOf) {
        return Stream.of(world().at(slot, asOf))
                .filter(CreditRatingFeed::isRated)
                .flatMap(it -> sent(record(it, Spellings.day(asOf), 0), it));
    }

    @Override
    public List<Dispatch> at(Instant asOf) {
        LocalDate today = Spellings.day(asOf);
        LocalDate april = today.withMonth(4).withDayOfMonth(20);
        LocalDate batch =
                april.atTime(4, 0).atZone(World.ZONE).toInstant().isBefore(asOf) ? april : april.minusYears(1);
        List<Dispatch> files = new ArrayList<>();
        Instant batchAt = batch.atTime(2, 15).atZone(World.ZONE).toInstant();
        files.add(file(Integer.toString(batch.getYear()), batchAt, () -> records(batchAt)));
        for (LocalDate day = batch.plusMonths(1).withDayOfMonth(5);
                monthly(day).isBefore(asOf);
                day = day.plusMonths(1)) {
            Instant at = monthly(day);
            files.add(file(day.toString().replace("-", "").substring(0, 6), at, () -> revised(at, 0.012)));
        }
        files.addAll(lately(asOf));
        return files;
    }

    private static Instant monthly(LocalDate day) {
        return day.atTime(3, 0).atZone(World.ZONE).toInstant();
    }

    private List<Dispatch> lately(Instant asOf) {
        long last = Math.floorDiv(asOf.getEpochSecond() - 300, SIX_HOURS) * SIX_HOURS + 240;
        List<Dispatch> files = new ArrayList<>();
        for (long at = last - 3L * SIX_HOURS; at <= last; at += SIX_HOURS) {
            Instant instant = Instant.ofEpochSecond(at);
            LocalDateTime local = instant.atZone(World.ZONE).toLocalDateTime();
            String day = local.toLocalDate().toString().replace("-", "");
            files.add(file(day + String.format("_%02d", local.getHour()), instant, () -> revised(instant, 0.004)));
            if (at == last - SIX_HOURS) {
                files.add(file(day + "_again", instant.plusSeconds(600), () -> revised(instant, 0.004)));
            }
        }
        Instant newest = Instant.ofEpochSecond(last);
        files.add(file("latest", newest.plusSeconds(30), () -> revised(newest, 0.006)));
        files.add(new Dispatch("NSXYDJ_upload.csv", newest, this::unfinished, false));
        return files;
    }

    private Dispatch file(String suffix, Instant at, Supplier<Stream<SourceRecord>> records) {
        return new Dispatch("NSXYDJ_" + suffix + ".csv", at, new CsvFile(this, GBK, records), true);
    }

    private void unfinished(OutputStream to) throws IOException {
        to.write("NSRSBH,NSRMC,PJND,XY".getBytes(GBK));
    }

    /** Those whose rating was looked at again. */
    private Stream<SourceRecord> revised(Instant at, double share) {
        return LongStream.range(0, world().enterprises())
                .filter(slot -> Dice.of(world().seed(), "revised", slot, at.getEpochSecond())
                        .chance(share))
                .mapToObj(slot -> world().at(slot, at))
                .filter(CreditRatingFeed::isRated)
                .map(it -> record(it, Spellings.day(at), at.getEpochSecond()));
    }

    private static boolean isRated(Enterprise it) {
        return it.isRegistered() && it.kind() != Kind.BRANCH && it.kind() != Kind.INDIVIDUAL && !it.isShortLived();
    }

    private SourceRecord record(Enterprise it, LocalDate day, long revision) {
        LocalDate april = day.withMonth(4).withDayOfMonth(20);
        int year = day.isBefore(april) ? day.getYear() - 2 : day.getYear() - 1;
        Dice dice = dice(it, "", year, revision);
        int score = dice.weighted(4, 12, 40, 44) * 20 + dice.between(15, 38);
        Draft draft = SourceRecord.draft(it.codes().taxNumber() + "/" + year + "/" + revision, it);
        LocalDate rated = revision == 0 ? april : day;
        draft.put("NSRSBH", it.codes().taxNumber())
                .put("NSRMC", Names.then(it, rated.atStartOfDay(World.ZONE).toInstant()))
                .put("PJND", year)
                .put("XYDJ", it.founded().getYear() >= year ? "M" : grade(score))
                .put("PJDF", Math.min(score, 100) + "." + dice.between(0, 9))
                .put("PJRQ", rated)
                .put("PJDW", "国家税务总局" + it.region().name() + "税务局");
        Map<String, String> meant = dirt().apply(draft, dice);
        return draft.finish(rated.atTime(2, 0).atZone(World.ZONE).toInstant(), meant);
    }

    private static String grade(int score) {
        return score >= 90 ? "A" : score >= 70 ? "B" : score >= 40 ? "C" : "D";
    }
}
