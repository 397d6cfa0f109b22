package io.hourshare.sandbox.source;

import io.hourshare.sandbox.DirtRates;
import io.hourshare.sandbox.source.SourceRecord.Draft;
import io.hourshare.sandbox.world.Affair;
import io.hourshare.sandbox.world.Dice;
import io.hourshare.sandbox.world.Enterprise;
import io.hourshare.sandbox.world.Kind;
import io.hourshare.sandbox.world.Rhythm;
import io.hourshare.sandbox.world.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** credit.penalty: administrative penalties while they are public; afterwards the source no longer lists them. */
public final class PenaltyFeed extends SourceFeed {

    private static final String COLUMNS = "CF_XDR_MC,CF_XDR_LB,CF_XDR_GSZC,CF_XDR_ZZJG,CF_XDR_SWDJ,CF_XDR_SHXYM,CF_WSH,"
            + "CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,CF_NR_WFFF,CF_NR_ZKDX,CF_JDRQ,CF_YXQ,CF_GSJZQ,CF_CFJG,"
            + "CF_CFJGDM,CF_SJLY,CF_SJLYDM";

    private static final Affair.Kind PUNISHED = new Affair.Kind("punished", 0.05, 0.03, new Rhythm("punished", 110));

    public PenaltyFeed(World world, DirtRates rates) {
        super("credit.penalty", COLUMNS, world, dirt(rates));
    }

    private static Dirt dirt(DirtRates rates) {
        return Dirt.ofFew(rates, 3)
                .spoilt("CF_WSH", "no-key", Scribbles.GONE)
                .spoilt("CF_XDR_MC", "no-name", Scribbles.GONE)
                .cosmetic("CF_XDR_SHXYM", "trailing-blank", Scribbles.TRAILING_BLANK)
                .cosmetic("CF_XDR_SHXYM", "lower-case", Scribbles.LOWER_CASE)
                .wrong("CF_XDR_SHXYM", "mistyped", Scribbles.MISTYPED)
                .missing("CF_XDR_SHXYM", "no-code", 2)
                .cosmetic(
                        "CF_WSH",
                        "brackets",
                        (value, dice) -> value.replace('〔', '(').replace('〕', ')'))
                .cosmetic("CF_CFLB", "several-kinds", (value, dice) -> value + "；警告")
                .cosmetic(
                        "CF_NR_FK",
                        "in-yuan",
                        (value, dice) -> new BigDecimal(value)
                                        .movePointRight(4)
                                        .stripTrailingZeros()
                                        .toPlainString() + "元")
                .wrong("CF_NR_FK", "in-words", (value, dice) -> dice.oneOf("人民币伍仟元整", "无"))
                .cosmetic("CF_JDRQ", "date-spelling", Spellings.DATE)
                .wrong("CF_JDRQ", "no-date", Spellings.NO_DATE)
                .wrong("CF_GSJZQ", "placeholder-date", Spellings.PLACEHOLDER_DATE)
                .cosmetic("CF_SY", "line-break", (value, dice) -> value.replace("，", "，\n"));
    }

    @Override
    public Set<String> numbers() {
        return Set.of("CF_NR_FK", "CF_NR_WFFF");
    }

    @Override
    public Stream<SourceRecord> about(long slot, Instant asOf) {
        Enterprise it = world().at(slot, asOf);
        LocalDate today = Spellings.day(asOf);
        return Affair.of(world(), PUNISHED, it, asOf).stream()
                .filter(affair -> publicUntil(it, affair).isAfter(today))
                .flatMap(affair -> sent(record(it, affair), it));
    }

    /** Those of old stay for years, the living ones of this town leave within days, so that leaving can be seen. */
    private LocalDate publicUntil(Enterprise it, Affair affair) {
        Dice dice = dice(it, "-public", affair.ordinal());
        LocalDate day = Spellings.day(affair.at());
        return affair.ordinal() == 0 ? day.plusYears(dice.between(3, 20)) : day.plusDays(dice.between(5, 9));
    }

    private SourceRecord record(Enterprise it, Affair affair) {
        Dice dice = dice(it, "", affair.ordinal());
        boolean person = dice.chance(0.1);
        Draft draft = SourceRecord.draft(it.number() + "/" + affair.ordinal(), person ? "" : it.id());
        if (person) {
            draft.put("CF_XDR_MC", it.representative()).put("CF_XDR_LB", "自然人");
        } else {
            draft.put("CF_XDR_MC", Names.then(it, affair.at()))
                    .put("CF_XDR_LB", it.kind() == Kind.INDIVIDUAL ? "个体工商户" : "法人及非法人组织")
                    .put("CF_XDR_GSZC", it.codes().registration())
                    .put("CF_XDR_ZZJG", it.codes().legacy() ? it.codes().organisation() : "")
                    .put("CF_XDR_SHXYM", it.codes().uscc());
        }
        decision(draft, it, affair, dice);
        draft.put("CF_GSJZQ", publicUntil(it, affair));
        Map<String, String> meant = dirt().apply(draft, dice);
        return draft.finish(affair.at(), meant);
    }

    private static void decision(Draft draft, Enterprise it, Affair affair, Dice dice) {
        LocalDate day = Spellings.day(affair.at());
        String authority = it.region().name() + dice.oneOf("市场监督管理局", "应急管理局", "生态环境局", "综合行政执法局");
        String kind = dice.oneOf("罚款", "罚款", "罚款", "警告", "没收违法所得");
        String number = Math.floorMod(it.number() * 11 + affair.ordinal(), 100_000_000L) + "号";
        draft.put("CF_WSH", it.region().brief() + "罚〔" + day.getYear() + "〕" + number)
                .put("CF_WFXW", dice.oneOf("未按规定公示信息", "未如实记录安全培训", "违反排污许可管理", "占道经营"))
                .put("CF_SY", "当事人于" + day.getYear() + "年在检查中被查实存在上述行为，事实清楚")
                .put("CF_YJ", "《中华人民共和国行政处罚法》（演示）")
                .put("CF_CFLB", kind)
                .put("CF_NR", "处以" + kind)
                .put("CF_NR_FK", kind.equals("罚款") ? BigDecimal.valueOf(dice.between(5, 2000), 2) : "")
                .put("CF_NR_WFFF", kind.startsWith("没收") ? BigDecimal.valueOf(dice.between(5, 300), 2) : "")
                .put("CF_JDRQ", day)
                .put("CF_YXQ", day.plusYears(1))
                .put("CF_CFJG", authority)
                .put("CF_SJLY", authority);
    }
}
