package io.hourshare.sandbox.source;

import io.hourshare.sandbox.DirtRates;
import io.hourshare.sandbox.source.SourceRecord.Draft;
import io.hourshare.sandbox.world.Change;
import io.hourshare.sandbox.world.Dice;
import io.hourshare.sandbox.world.Enterprise;
import io.hourshare.sandbox.world.World;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/** market-regulation.change: changes on file; those of representatives name natural persons. */
public final class ChangeFeed extends SourceFeed {

    private static final String COLUMNS = "PRIPID,UNISCID,ALTNO,ALTITEM,ALTITEM_CN,ALTBE,ALTAF,ALTDATE,S_EXT_TIMESTAMP";

    public ChangeFeed(World world, DirtRates rates) {
        super("market-regulation.change", COLUMNS, world, dirt(rates));
    }

    private static Dirt dirt(DirtRates rates) {
        return new Dirt(rates)
                .spoilt("PRIPID", "no-key", Scribbles.GONE)
                .spoilt("ALTDATE", "no-date", Spellings.NO_DATE)
                .spoilt("ALTNO", "no-number", (value, dice) -> dice.oneOf("第一次", "#REF!"))
                .cosmetic("UNISCID", "lower-case", Scribbles.LOWER_CASE)
                .missing("UNISCID", "no-code")
                .wrong("UNISCID", "mistyped", Scribbles.MISTYPED)
                .cosmetic("ALTDATE", "date-spelling", Spellings.DATE)
                .cosmetic("ALTITEM", "leading-zero-lost", (value, dice) -> value.replaceFirst("^0", ""))
                .cosmetic("ALTAF", "half-brackets", Scribbles.HALF_BRACKETS)
                .wrong("ALTBE", "empty-word", Scribbles.EMPTY_WORD);
    }

    @Override
    public Stream<SourceRecord> about(long slot, Instant asOf) {
        Enterprise it = world().at(slot, asOf);
        Stream<SourceRecord> lately = world().changes(it, asOf).stream().map(change -> record(it, change));
        return Stream.concat(ofOld(it), lately)
                .filter(record -> record.changedAt().isBefore(asOf))
                .flatMap(record -> sent(record, it));
    }

    /** Some had another representative once. */
    private Stream<SourceRecord> ofOld(Enterprise it) {
        Dice dice = dice(it, "-old");
        if (!it.isRegistered() || it.isShortLived() || !dice.chance(0.25)) {
            return Stream.empty();
        }
        Instant at = it.founded()
                .plusDays(dice.between(100, 500))
                .atTime(10, 0)
                .atZone(World.ZONE)
                .toInstant();
        Draft draft = SourceRecord.draft(it.slot() + "/old", it);
        draft.put("PRIPID", it.codes().entityId())
                .put("UNISCID", it.codes().uscc())
                .put("ALTNO", 1)
                .put("ALTITEM", "03")
                .put("ALTITEM_CN", "法定代表人变更")
                .put("ALTBE", "演示" + dice.oneOf("甲", "乙", "丙", "丁"))
                .put("ALTAF", it.representative());
        return Stream.of(finish(draft, it, dice, at));
    }

    private SourceRecord record(Enterprise it, Change change) {
        Draft draft = SourceRecord.draft(it.slot() + "/" + change.item(), it);
        draft.put("PRIPID", it.codes().entityId())
                .put("UNISCID", it.codes().uscc())
                .put("ALTNO", Math.floorMod(change.ordinal(), 1000L) + 2)
                .put("ALTITEM", change.item().code())
                .put("ALTITEM_CN", change.item().title())
                .put("ALTBE", change.before())
                .put("ALTAF", change.after());
        return finish(draft, it, dice(it, "", change.at().getEpochSecond()), change.at());
    }

    private SourceRecord finish(Draft draft, Enterprise it, Dice dice, Instant at) {
        draft.put("ALTDATE", Spellings.day(at));
        Map<String, String> meant = dirt().apply(draft, dice);
        return draft.put("S_EXT_TIMESTAMP", Spellings.time(at)).finish(at, meant);
    }
}
