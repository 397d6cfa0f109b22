package io.hourshare.sandbox.source;

import io.hourshare.sandbox.DirtRates;
import io.hourshare.sandbox.source.PaperSheet.Form;
import io.hourshare.sandbox.source.SourceRecord.Draft;
import io.hourshare.sandbox.world.Codes;
import io.hourshare.sandbox.world.Dice;
import io.hourshare.sandbox.world.Enterprise;
import io.hourshare.sandbox.world.Honour;
import io.hourshare.sandbox.world.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** industry-it.qualification: the whole list each night, and what is new every six hours, by workbook. */
public final class QualificationFeed extends SourceFeed implements Dispatch.Plan {

    private static final long SIX_HOURS = 6 * 3600L;
    private static final List<String> CHAINS = List.of("新能源", "汽车零部件", "高端装备", "数字经济核心", "新材料", "生命健康");

    private static final Map<String, String> HEADINGS = PaperSheet.headings(List.of(
            "XH=序号",
            "QYMC=企业名称",
            "TYSHXYDM=统一社会信用代码",
            "SSQX=所属县区",
            "ZZLX=资质类型",
            "ZZJB=级别",
            "PC=批次",
            "ZSBH=证书编号",
            "RDSJ=认定时间",
            "YXQZ=有效期至",
            "LD=所属产业链",
            "LDJS=链上角色"));

    public QualificationFeed(World world, DirtRates rates) {
        super("industry-it.qualification", String.join(",", HEADINGS.keySet()), world, dirt(rates));
    }

    private static Dirt dirt(DirtRates rates) {
        return Dirt.ofFew(rates, 2)
                .spoilt("QYMC", "no-name", Scribbles.GONE)
                .spoilt("ZZLX", "no-type", Scribbles.GONE)
                .missing("TYSHXYDM", "no-code", 7)
                .wrong("TYSHXYDM", "scientific", (value, dice) -> "9.13305E+17")
                .wrong("TYSHXYDM", "mistyped", Scribbles.MISTYPED)
                .cosmetic("TYSHXYDM", PaperSheet.NUMBER_CELL, Scribbles.KEPT)
                .cosmetic("TYSHXYDM", "trailing-blank", Scribbles.TRAILING_BLANK)
                .cosmetic("TYSHXYDM", "lower-case", Scribbles.LOWER_CASE)
                .cosmetic("SSQX", "region-wording", (value, dice) -> dice.oneOf("平湖", "浙江平湖", "330482"))
                .cosmetic(
                        "RDSJ",
                        "month-only",
                        (value, dice) -> value.substring(0, 4) + "年" + Integer.parseInt(value.substring(5, 7)) + "月")
                .cosmetic("RDSJ", "date-spelling", Spellings.DATE)
                .cosmetic("RDSJ", PaperSheet.SERIAL_CELL, Scribbles.KEPT)
                .wrong("RDSJ", "no-date", Spellings.NO_DATE)
                .wrong("YXQZ", "forever", Spellings.FOREVER)
                .cosmetic("LDJS", "role-wording", (value, dice) -> dice.oneOf("链主企业", "配套企业", "核心"))
                .wrong("ZZJB", "unknown-level", (value, dice) -> dice.oneOf("区级？", "其它"));
    }

    @Override
    public Stream<SourceRecord> about(long slot, Instant asOf) {
        Enterprise it = world().at(slot, asOf);
        return Honour.of(world(), it, asOf).stream().flatMap(honour -> sent(record(it, honour), it));
    }

    @Override
    public List<Dispatch> at(Instant asOf) {
        LocalDate today = Spellings.day(asOf.minusSeconds(3600));
        Instant night = today.atTime(0, 40).atZone(World.ZONE).toInstant();
        List<Dispatch> files = new ArrayList<>();
        files.add(file(today.toString().replace("-", "") + "-00", night, () -> records(night)));
        for (long at = night.getEpochSecond() + SIX_HOURS; at < asOf.getEpochSecond(); at += SIX_HOURS) {
            Instant instant = Instant.ofEpochSecond(at);
            LocalDateTime local = instant.atZone(World.ZONE).toLocalDateTime();
            String name = today.toString().replace("-", "") + "-" + Codes.padded(local.getHour(), 2);
            files.add(file(name, instant, () -> since(instant.minusSeconds(SIX_HOURS), instant)));
        }
        return files;
    }

    private Stream<SourceRecord> since(Instant from, Instant to) {
        return records(to).filter(record -> !record.changedAt().isBefore(from));
    }

    private Dispatch file(String suffix, Instant at, Supplier<Stream<SourceRecord>> records) {
        LocalDate day = Spellings.day(at);
        boolean hiddenFirst = PaperSheet.habit(world().seed(), id(), day, 0.5);
        Form form = new Form(
                "汇总表",
                "平湖市优质中小企业与荣誉资质企业名单",
                HEADINGS,
                Set.of("RDSJ", "YXQZ"),
                Set.of(),
                "TYSHXYDM",
                Set.of("SSQX"),
                hiddenFirst);
        return new Dispatch("qualification-" + suffix + ".xlsx", at, new PaperSheet(form, records, day), true);
    }

    private SourceRecord record(Enterprise it, Honour honour) {
        Dice dice = dice(it, "", honour.type().hashCode(), honour.granted().toEpochDay());
        Draft draft = SourceRecord.draft(it.number() + "/" + honour.type(), it);
        String name = Names.then(it, honour.listedAt());
        draft.put(
                        "QYMC",
                        dice.chance(dirt().cosmetics())
                                ? draft.smudge("name-by-hand", Names.byHand(it).write(name, dice))
                                : name)
                .put("TYSHXYDM", it.codes().uscc())
                .put("SSQX", it.region().name())
                .put("ZZLX", honour.type())
                .put("ZZJB", honour.level())
                .put("PC", honour.batch())
                .put("ZSBH", honour.certificate())
                .put("RDSJ", honour.granted())
                .put("YXQZ", honour.validTo())
                .put("LD", CHAINS.get((int) Math.floorMod(it.number(), (long) CHAINS.size())))
                .put("LDJS", it.scale() == 3 ? "链主" : it.scale() == 2 ? "核心" : "配套");
        Map<String, String> meant = dirt().apply(draft, dice);
        return draft.finish(honour.listedAt(), meant);
    }
}
