package io.hourshare.sandbox.source;

import io.hourshare.kernel.ResidentNumber;
import io.hourshare.sandbox.DirtRates;
import io.hourshare.sandbox.source.PaperSheet.Form;
import io.hourshare.sandbox.source.SourceRecord.Draft;
import io.hourshare.sandbox.world.Codes;
import io.hourshare.sandbox.world.Dice;
import io.hourshare.sandbox.world.Enterprise;
import io.hourshare.sandbox.world.Site;
import io.hourshare.sandbox.world.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** housing.plant-lease: leases on file, the whole list each morning. */
public final class PlantLeaseFeed extends SourceFeed implements Dispatch.Plan {

    private static final Map<String, String> HEADINGS = PaperSheet.headings(List.of(
            "XH=序号",
            "HTBAH=合同备案号",
            "CZF=出租方",
            "CZFDM=出租方证件号",
            "CZRMC=承租企业",
            "CZRDM=承租方代码",
            "BDCDYH=不动产单元号",
            "FWZL=房屋坐落",
            "ZLMJ=租赁面积",
            "ZJ=租金",
            "ZLQ_Q=租期起",
            "ZLQ_Z=租期止",
            "BAZT=备案状态"));

    public PlantLeaseFeed(World world, DirtRates rates) {
        super("housing.plant-lease", String.join(",", HEADINGS.keySet()), world, dirt(rates));
    }

    private static Dirt dirt(DirtRates rates) {
        return Dirt.ofFew(rates, 3)
                .spoilt("HTBAH", "no-key", Scribbles.GONE)
                .spoilt("CZRMC", "no-name", Scribbles.GONE)
                .cosmetic("CZRDM", "trailing-blank", Scribbles.TRAILING_BLANK)
                .cosmetic("CZRDM", PaperSheet.NUMBER_CELL, Scribbles.KEPT)
                .wrong("CZRDM", "scientific", (value, dice) -> "9.13305E+17")
                .wrong("CZRDM", "mistyped", Scribbles.MISTYPED)
                .missing("CZRDM", "no-code", 3)
                .cosmetic(
                        "BDCDYH",
                        "in-groups",
                        (value, dice) -> value.substring(0, 6) + " " + value.substring(6, 12) + " "
                                + value.substring(12, 19) + " " + value.substring(19))
                .missing("BDCDYH", "no-unit", 5)
                .cosmetic("ZLMJ", "unit-in-value", (value, dice) -> value + dice.oneOf("㎡", "平方米", "平米"))
                .wrong("ZLMJ", "no-number", (value, dice) -> dice.oneOf("整层", "约500"))
                .cosmetic("ZJ", "by-square-metre", (value, dice) -> dice.between(12, 28) + "元/㎡·月")
                .cosmetic(
                        "ZJ",
                        "by-year",
                        (value, dice) -> new BigDecimal(value)
                                        .multiply(BigDecimal.valueOf(12))
                                        .toPlainString() + "元/年")
                .cosmetic("ZLQ_Q", "date-spelling", Spellings.DATE)
                .cosmetic("ZLQ_Z", PaperSheet.SERIAL_CELL, Scribbles.KEPT)
                .wrong("ZLQ_Z", "no-date", Spellings.NO_DATE);
    }

    @Override
    public Stream<SourceRecord> about(long slot, Instant asOf) {
        Enterprise it = world().at(slot, asOf);
        boolean rents = it.isRegistered()
                && !it.status().isOver()
                && Site.of(world(), it, asOf).isEmpty()
                && dice(it, "-rents").chance(it.inPark() ? 0.8 : 0.06);
        return rents
                ? Stream.of(record(it, asOf))
                        .filter(record -> record.changedAt().isBefore(asOf))
                        .flatMap(record -> sent(record, it))
                : Stream.empty();
    }

    @Override
    public List<Dispatch> at(Instant asOf) {
        LocalDate today = Spellings.day(asOf.minusSeconds(10 * 3600));
        return List.of(list(today.minusDays(1)), list(today));
    }

    private Dispatch list(LocalDate day) {
        Form form = new Form(
                "租赁备案",
                "厂房（房屋）租赁备案登记表",
                HEADINGS,
                Set.of("ZLQ_Q", "ZLQ_Z"),
                Set.of("ZLMJ", "ZJ"),
                "CZRDM",
                Set.of("CZF"),
                false);
        Instant at = day.atTime(9, 50).atZone(World.ZONE).toInstant();
        String name = "plant-lease-" + day.toString().replace("-", "") + ".xlsx";
        return new Dispatch(name, at, new PaperSheet(form, () -> records(at), day), true);
    }

    private SourceRecord record(Enterprise it, Instant asOf) {
        Dice dice = dice(it, "");
        LocalDate from = it.isShortLived() ? it.founded() : it.founded().plusDays(dice.between(5, 500));
        String number = "3304822" + from.getYear() + Codes.padded(Math.floorMod(it.number(), 10_000_000L), 7);
        Draft draft = SourceRecord.draft(Long.toString(it.number()), it);
        draft.put("HTBAH", "ZL" + number);
        lessor(draft, it, dice, asOf);
        draft.put("CZRMC", it.name().text())
                .put("CZRDM", it.codes().uscc())
                .put(
                        "FWZL",
                        it.address().plot().isEmpty()
                                ? it.address().brief()
                                : it.address().plot())
                .put("ZLMJ", BigDecimal.valueOf(dice.between(8000, 620_000), 2))
                .put("ZJ", dice.between(2, 90) * 1000)
                .put("ZLQ_Q", from)
                .put("ZLQ_Z", from.plusYears(dice.between(3, 10)).minusDays(1))
                .put("BAZT", dice.oneOf("已备案", "已备案", "已备案", "已注销", "待审核"));
        Map<String, String> meant = dirt().apply(draft, dice);
        return draft.finish(from.atTime(9, 0).atZone(World.ZONE).toInstant(), meant);
    }

    private void lessor(Draft draft, Enterprise it, Dice dice, Instant asOf) {
        if (dice.chance(0.2)) {
            String body = "330482" + dice.between(1955, 1990)
                    + String.format("%02d%02d", dice.between(1, 12), dice.between(1, 28)) + dice.digits(3);
            draft.put("CZF", "演示房东" + it.representative().substring(0, 1))
                    .put("CZFDM", body + ResidentNumber.checkCharacter(body));
            return;
        }
        Enterprise landlord = world().head(Math.floorMod(it.slot() / 15 * 15 + 5, (long) world().enterprises()), asOf);
        draft.put("CZF", landlord.name().text()).put("CZFDM", landlord.codes().uscc());
        Site.of(world(), landlord, asOf).stream().findFirst().ifPresent(site -> draft.put("BDCDYH", site.realtyUnit()));
    }
}
