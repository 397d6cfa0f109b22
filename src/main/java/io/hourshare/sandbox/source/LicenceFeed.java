package io.hourshare.sandbox.source;

import io.hourshare.sandbox.DirtRates;
import io.hourshare.sandbox.source.SourceRecord.Draft;
import io.hourshare.sandbox.world.Affair;
import io.hourshare.sandbox.world.Dice;
import io.hourshare.sandbox.world.Enterprise;
import io.hourshare.sandbox.world.Kind;
import io.hourshare.sandbox.world.Rhythm;
import io.hourshare.sandbox.world.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** credit.licence: administrative licences made public; some are a natural person's. */
public final class LicenceFeed extends SourceFeed {

    private static final String COLUMNS = "XK_XDR_MC,XK_XDR_LB,XK_XDR_SHXYM,XK_XDR_GSZC,XK_XDR_ZZJG,XK_XDR_SWDJ,"
            + "XK_XDR_SYDW,XK_XDR_SHZZ,XK_FRDB,XK_XKWS,XK_WSH,XK_XKLB,XK_XKZS,XK_XKBH,XK_NR,XK_JDRQ,XK_YXQZ,XK_YXQZI,"
            + "XK_XKJG,XK_XKJGDM,XK_ZT,XK_LYDW,XK_LYDWDM";

    private static final Affair.Kind GRANTED = new Affair.Kind("granted", 0.3, 0.05, new Rhythm("granted", 60));
    private static final List<String> CONTENTS =
            List.of("食品经营许可", "道路运输经营许可", "排污许可", "城镇污水排入排水管网许可", "卫生许可", "安全生产许可");

    public LicenceFeed(World world, DirtRates rates) {
        super("credit.licence", COLUMNS, world, dirt(rates));
    }

    private static Dirt dirt(DirtRates rates) {
        return new Dirt(rates)
                .spoilt("XK_WSH", "no-key", Scribbles.GONE)
                .spoilt("XK_XDR_MC", "no-name", Scribbles.GONE)
                .cosmetic("XK_XDR_SHXYM", "lower-case", Scribbles.LOWER_CASE)
                .cosmetic("XK_XDR_SHXYM", "spaced", Scribbles.SPACED)
                .wrong("XK_XDR_SHXYM", "mistyped", Scribbles.MISTYPED)
                .wrong("XK_XDR_SHXYM", "all-zero", Scribbles.ZEROS)
                .missing("XK_XDR_SHXYM", "no-code")
                .cosmetic("XK_XDR_ZZJG", "hyphen", (value, dice) -> value.substring(0, 8) + "-" + value.substring(8))
                .cosmetic(
                        "XK_WSH",
                        "brackets",
                        (value, dice) -> value.replace('〔', '[').replace('〕', ']'))
                .cosmetic("XK_JDRQ", "date-spelling", Spellings.DATE)
                .cosmetic("XK_YXQZI", "forever", (value, dice) -> dice.oneOf("2099-12-31", "2099/12/31", "长期"))
                .wrong("XK_JDRQ", "placeholder-date", Spellings.PLACEHOLDER_DATE)
                .cosmetic("XK_ZT", "old-status", (value, dice) -> "0")
                .wrong("XK_XKLB", "unknown-kind", (value, dice) -> dice.oneOf("其它类", "99"));
    }

    @Override
    public Stream<SourceRecord> about(long slot, Instant asOf) {
        Enterprise it = world().at(slot, asOf);
        return Affair.of(world(), GRANTED, it, asOf).stream().flatMap(affair -> sent(record(it, affair), it));
    }

    private SourceRecord record(Enterprise it, Affair affair) {
        Dice dice = dice(it, "", affair.ordinal());
        boolean person = dice.chance(0.06);
        Draft draft = SourceRecord.draft(it.number() + "/" + affair.ordinal(), person ? "" : it.id());
        if (person) {
            draft.put("XK_XDR_MC", it.representative()).put("XK_XDR_LB", "自然人");
        } else {
            subject(draft, it, affair);
        }
        decision(draft, it, affair, dice);
        Map<String, String> meant = dirt().apply(draft, dice);
        return draft.finish(affair.at(), meant);
    }

    private static void subject(Draft draft, Enterprise it, Affair affair) {
        draft.put("XK_XDR_MC", Names.then(it, affair.at()))
                .put("XK_XDR_LB", it.kind() == Kind.INDIVIDUAL ? "个体工商户" : "法人及非法人组织")
                .put("XK_XDR_SHXYM", it.codes().uscc())
                .put("XK_XDR_GSZC", it.codes().registration())
                .put("XK_XDR_ZZJG", it.codes().legacy() ? it.codes().organisation() : "")
                .put(
                        "XK_XDR_SWDJ",
                        it.codes().taxNumber().length() == 15 ? it.codes().taxNumber() : "")
                .put("XK_FRDB", it.representative());
    }

    private static void decision(Draft draft, Enterprise it, Affair affair, Dice dice) {
        LocalDate day = Spellings.day(affair.at());
        String content = dice.pick(CONTENTS);
        String number = Math.floorMod(it.number() * 13 + affair.ordinal(), 100_000_000L) + "号";
        String authority = it.region().name() + dice.oneOf("行政审批局", "市场监督管理局", "生态环境局");
        draft.put("XK_XKWS", content + "决定书")
                .put("XK_WSH", it.region().brief() + "许〔" + day.getYear() + "〕" + number)
                .put("XK_XKLB", dice.oneOf("普通", "普通", "特许", "认可", "核准", "登记", "其他"))
                .put("XK_XKZS", content + "证")
                .put("XK_XKBH", "XK" + dice.digits(10))
                .put("XK_NR", "准予" + content)
                .put("XK_JDRQ", day)
                .put("XK_YXQZ", day)
                .put("XK_YXQZI", day.plusYears(5).minusDays(1))
                .put("XK_XKJG", authority)
                .put("XK_ZT", "1")
                .put("XK_LYDW", authority);
    }
}
