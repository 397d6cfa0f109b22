package io.hourshare.sandbox.source;

import io.hourshare.sandbox.DirtRates;
import io.hourshare.sandbox.source.SourceRecord.Draft;
import io.hourshare.sandbox.world.Affair;
import io.hourshare.sandbox.world.Codes;
import io.hourshare.sandbox.world.Dice;
import io.hourshare.sandbox.world.Enterprise;
import io.hourshare.sandbox.world.Rhythm;
import io.hourshare.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** market-regulation.credit-list: abnormal operations and serious breaches, with those taken off again. */
public final class CreditListFeed extends SourceFeed {

    private static final String COLUMNS =
            "BUSEXCLIST,LISTTYPE,UNISCID,REGNO,ENTNAME,SPECAUSE,SPECAUSE_CN,ABNTIME,DECORG_CN,"
                    + "REMEXCPRES_CN,REMDATE,REDECORG_CN";

    private static final Affair.Kind LISTED = new Affair.Kind("listed", 0.06, 0.04, new Rhythm("listed", 120));
    private static final List<String> CAUSES =
            List.of("未按规定期限公示年度报告", "未在责令期限内公示企业信息", "公示企业信息隐瞒真实情况、弄虚作假", "通过登记的住所或者经营场所无法联系");

    public CreditListFeed(World world, DirtRates rates) {
        super("market-regulation.credit-list", COLUMNS, world, dirt(rates));
    }

    private static Dirt dirt(DirtRates rates) {
        return Dirt.ofFew(rates, 3)
                .spoilt("BUSEXCLIST", "no-key", Scribbles.GONE)
                .spoilt("ENTNAME", "no-name", Scribbles.GONE)
                .spoilt("ABNTIME", "no-date", Spellings.NO_DATE)
                .cosmetic("UNISCID", "lower-case", Scribbles.LOWER_CASE)
                .cosmetic("UNISCID", "full-width", Scribbles.FULL_WIDTH)
                .wrong("UNISCID", "masked", Scribbles.MASKED)
                .missing("UNISCID", "no-code", 2)
                .cosmetic("ENTNAME", "half-brackets", Scribbles.HALF_BRACKETS)
                .cosmetic("LISTTYPE", "type-wording", (value, dice) -> value.equals("ABNORMAL") ? "经营异常名录" : "严重违法失信名单")
                .cosmetic("ABNTIME", "date-spelling", Spellings.DATE)
                .wrong("REMDATE", "placeholder-date", Spellings.PLACEHOLDER_DATE)
                .cosmetic("DECORG_CN", "short-authority", (value, dice) -> value.replace("市场监督管理局", "市局"));
    }

    @Override
    public Stream<SourceRecord> about(long slot, Instant asOf) {
        Enterprise it = world().at(slot, asOf);
        return Affair.of(world(), LISTED, it, asOf).stream().flatMap(affair -> sent(record(it, affair, asOf), it));
    }

    private SourceRecord record(Enterprise it, Affair affair, Instant asOf) {
        Dice fate = dice(it, "-fate", affair.ordinal());
        boolean serious = fate.chance(0.1);
        Instant off = affair.at().plus(Duration.ofHours(affair.ordinal() == 0 ? fate.between(2000, 20_000) : 70));
        boolean removed = off.isBefore(asOf) && fate.chance(0.75);
        Instant written = removed ? off : affair.at();
        String authority = it.region().name() + "市场监督管理局";
        int cause = fate.below(CAUSES.size());
        Draft draft = SourceRecord.draft(it.number() + "/" + affair.ordinal(), it);
        draft.put(
                        "BUSEXCLIST",
                        it.region().code()
                                + Codes.padded(
                                        Math.floorMod(it.number() * 97 + affair.ordinal(), 1_000_000_000_000L), 12))
                .put("LISTTYPE", serious ? "SERIOUS" : "ABNORMAL")
                .put("UNISCID", it.codes().uscc())
                .put("REGNO", it.codes().registration())
                .put("ENTNAME", Names.then(it, affair.at()))
                .put("SPECAUSE", serious ? "9" : Integer.toString(cause + 1))
                .put("SPECAUSE_CN", serious ? "严重违反市场监管法律" : CAUSES.get(cause))
                .put("ABNTIME", Spellings.day(affair.at()))
                .put("DECORG_CN", authority)
                .put("REMEXCPRES_CN", removed ? "已履行公示义务，申请移出" : "")
                .put("REMDATE", removed ? Spellings.day(off) : "")
                .put("REDECORG_CN", removed ? authority : "");
        Map<String, String> meant = dirt().apply(draft, dice(it, "", affair.ordinal(), written.getEpochSecond()));
        return draft.finish(written, meant);
    }
}
