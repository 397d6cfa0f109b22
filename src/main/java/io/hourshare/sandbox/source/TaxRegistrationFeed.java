package io.hourshare.sandbox.source;

import io.hourshare.kernel.ResidentNumber;
import io.hourshare.sandbox.DirtRates;
import io.hourshare.sandbox.source.SourceRecord.Draft;
import io.hourshare.sandbox.world.Codes;
import io.hourshare.sandbox.world.Dice;
import io.hourshare.sandbox.world.Enterprise;
import io.hourshare.sandbox.world.Kind;
import io.hourshare.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/** tax.registration: taxpayers; some hours behind the market register, with numbers of older days. */
public final class TaxRegistrationFeed extends SourceFeed {

    private static final String COLUMNS =
            "DJXH,SHXYDM,NSRSBH,NSRMC,NSRZT_DM,NSRZGLX_DM,DJZCLX_DM,HY_DM,KYSLRQ,DJRQ,ZGSWJ_DM,ZGSWJ_MC,ZGSWSKFJ_MC,ZCDZ,"
                    + "SCJYDZ,SCJYDZXZQHSZ_DM,CYRS,XGRQ";

    public TaxRegistrationFeed(World world, DirtRates rates) {
        super("tax.registration", COLUMNS, world, dirt(rates));
    }

    private static Dirt dirt(DirtRates rates) {
        return new Dirt(rates)
                .spoilt("DJXH", "no-key", Scribbles.GONE)
                .spoilt("NSRMC", "no-name", Scribbles.GONE)
                .cosmetic("SHXYDM", "lower-case", Scribbles.LOWER_CASE)
                .cosmetic("SHXYDM", "spaced", Scribbles.SPACED)
                .missing("SHXYDM", "no-code", 2)
                .wrong("SHXYDM", "mistyped", Scribbles.MISTYPED)
                .wrong("SHXYDM", "all-zero", Scribbles.ZEROS)
                .wrong(
                        "NSRSBH",
                        "provisional-number",
                        (value, dice) -> "L" + value.substring(0, Math.min(14, value.length())))
                .cosmetic("NSRSBH", "lower-case", Scribbles.LOWER_CASE)
                .cosmetic("NSRMC", "half-brackets", Scribbles.HALF_BRACKETS)
                .cosmetic("NSRMC", "trailing-blank", Scribbles.TRAILING_BLANK)
                .cosmetic("KYSLRQ", "date-spelling", Spellings.DATE)
                .wrong("DJRQ", "placeholder-date", Spellings.PLACEHOLDER_DATE)
                .wrong("CYRS", "out-of-range", (value, dice) -> dice.oneOf("-1", "99999999", "若干"))
                .missing("CYRS", "no-people", 3)
                .cosmetic("NSRZGLX_DM", "kind-wording", (value, dice) -> value.equals("1") ? "一般纳税人" : "小规模纳税人")
                .cosmetic("SCJYDZ", "full-width", Scribbles.FULL_WIDTH)
                .missing("SCJYDZ", "no-address");
    }

    @Override
    public Stream<SourceRecord> about(long slot, Instant asOf) {
        return Stream.of(world().at(slot, asOf))
                .filter(it -> it.isRegistered() && isKnown(it, asOf))
                .flatMap(it -> sent(record(it), it));
    }

    /** A new enterprise reaches the tax office hours later; one in twenty of the others never did. */
    private boolean isKnown(Enterprise it, Instant asOf) {
        return it.isShortLived()
                ? registeredAt(it).isBefore(asOf)
                : !dice(it, "-never").chance(0.05);
    }

    private Instant registeredAt(Enterprise it) {
        int minutes = dice(it, "-delay").between(90, 26 * 60);
        return it.foundedAt().plus(Duration.ofMinutes(minutes));
    }

    private Instant changedAt(Enterprise it) {
        Instant own = it.isShortLived() ? registeredAt(it) : Instant.EPOCH;
        return it.changedAt().isAfter(own) ? it.changedAt() : own;
    }

    private SourceRecord record(Enterprise it) {
        Instant changedAt = changedAt(it);
        Dice dice = dice(it, "", changedAt.getEpochSecond());
        Draft draft = SourceRecord.draft(Long.toString(it.slot()), it);
        identity(draft, it, dice(it, "-identity"));
        office(draft, it);
        Map<String, String> meant = dirt().apply(draft, dice);
        return draft.put("XGRQ", Spellings.time(changedAt)).finish(changedAt, meant);
    }

    private void identity(Draft draft, Enterprise it, Dice dice) {
        boolean old = it.codes().taxNumber().length() == 15;
        draft.put("DJXH", "101" + it.region().code() + Codes.padded(Math.floorMod(it.number(), 100_000_000_000L), 11))
                .put("SHXYDM", old ? "" : it.codes().uscc())
                .put("NSRSBH", taxpayer(it, dice))
                .put("NSRMC", it.name().text())
                .put("NSRZT_DM", it.status().taxCode())
                .put("NSRZGLX_DM", it.scale() == 0 ? "2" : "1")
                .put("DJZCLX_DM", it.kind().taxTypeCode())
                .put("HY_DM", it.industry().code())
                .put("KYSLRQ", it.founded())
                .put(
                        "DJRQ",
                        it.isShortLived()
                                ? Spellings.day(registeredAt(it))
                                : it.founded().plusDays(9))
                .put("CYRS", it.people() + dice.between(-1, 2));
    }

    private static void office(Draft draft, Enterprise it) {
        String region = it.region().code();
        draft.put("ZGSWJ_DM", "1" + region + "0000")
                .put("ZGSWJ_MC", "国家税务总局" + it.region().name() + "税务局")
                .put(
                        "ZGSWSKFJ_MC",
                        "国家税务总局" + it.region().name() + "税务局"
                                + it.address().town().substring(0, 2) + "税务所")
                .put("ZCDZ", it.address().full())
                .put("SCJYDZ", it.address().brief())
                .put("SCJYDZXZQHSZ_DM", region);
    }

    /** Every third individual business is still filed under its owner's identity number. */
    private static String taxpayer(Enterprise it, Dice dice) {
        if (it.kind() != Kind.INDIVIDUAL || !dice.chance(0.33)) {
            return it.codes().taxNumber();
        }
        String body = "330482" + dice.between(1960, 1999)
                + String.format("%02d%02d", dice.between(1, 12), dice.between(1, 28)) + dice.digits(3);
        return body + ResidentNumber.checkCharacter(body) + (dice.chance(0.1) ? "01" : "");
    }
}
