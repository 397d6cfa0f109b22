package io.hourshare.sandbox.source;

import io.hourshare.sandbox.DirtRates;
import io.hourshare.sandbox.source.PaperSheet.Form;
import io.hourshare.sandbox.source.SourceRecord.Draft;
import io.hourshare.sandbox.world.Dice;
import io.hourshare.sandbox.world.Enterprise;
import io.hourshare.sandbox.world.Kind;
import io.hourshare.sandbox.world.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** park.roster: who is in the park, kept by hand, put out in the morning and mended in the afternoon. */
public final class RosterFeed extends SourceFeed implements Dispatch.Plan {

    private static final int BEING_FOUNDED = 4;
    private static final int OFFICER_KEEPS = 20;
    private static final List<String> CHAINS = List.of("新能源", "汽车零部件", "高端装备", "数字经济核心", "新材料", "生命健康");
    private static final List<String> OFFICERS = List.of("演示专员甲", "演示专员乙", "演示专员丙", "演示专员丁");

    private static final Map<String, String> HEADINGS = PaperSheet.headings(List.of(
            "序号=序号",
            "企业名称=企业名称",
            "统一社会信用代码=统一社会信用代码",
            "状态=入园状态",
            "地块=地块/厂房",
            "入园日期=入园日期",
            "产业链=所属产业链",
            "链上角色=链上角色",
            "联系人=企业联系人",
            "联系电话=联系电话",
            "服务专员=服务专员",
            "党组织=党组织"));

    public RosterFeed(World world, DirtRates rates) {
        super("park.roster", String.join(",", HEADINGS.keySet()), world, dirt(rates));
    }

    private static Dirt dirt(DirtRates rates) {
        return Dirt.ofFew(rates, 3)
                .spoilt("企业名称", "no-name", Scribbles.GONE)
                .wrong("统一社会信用代码", "scientific", (value, dice) -> "9.13305E+17")
                .wrong("统一社会信用代码", "mistyped", Scribbles.MISTYPED)
                .cosmetic("统一社会信用代码", PaperSheet.NUMBER_CELL, Scribbles.KEPT)
                .cosmetic("统一社会信用代码", "full-width", Scribbles.FULL_WIDTH)
                .cosmetic("统一社会信用代码", "trailing-blank", Scribbles.TRAILING_BLANK)
                .missing("统一社会信用代码", "no-code", 2)
                .cosmetic(
                        "状态",
                        "status-wording",
                        (value, dice) -> value.equals("在园") ? dice.oneOf("在园企业", "正常", "已入园") : value)
                .cosmetic("入园日期", "date-spelling", Spellings.DATE)
                .cosmetic("入园日期", PaperSheet.SERIAL_CELL, Scribbles.KEPT)
                .wrong("入园日期", "no-date", Spellings.NO_DATE)
                .missing("产业链", "no-chain", 3)
                .wrong("联系电话", "two-phones", (value, dice) -> value + "/" + "0573-8500" + dice.digits(4));
    }

    @Override
    public Stream<SourceRecord> about(long slot, Instant asOf) {
        boolean founding = slot < 0 && slot >= -BEING_FOUNDED;
        if (!founding && (slot < 0 || slot >= world().park())) {
            return Stream.empty();
        }
        Enterprise it = world().at(slot, asOf);
        return sent(founding ? beingFounded(it, asOf) : record(it, asOf), it);
    }

    @Override
    public List<Dispatch> at(Instant asOf) {
        List<Dispatch> files = new ArrayList<>();
        LocalDate today = Spellings.day(asOf);
        for (LocalDate day = today.minusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
            String name = "roster-" + day.toString().replace("-", "");
            Instant morning = day.atTime(8, 20).atZone(World.ZONE).toInstant();
            Instant afternoon = day.atTime(15, 35).atZone(World.ZONE).toInstant();
            if (morning.isBefore(asOf)) {
                files.add(file(name + ".xlsx", morning));
            }
            if (afternoon.isBefore(asOf)) {
                files.add(file(name + "-2.xlsx", afternoon));
            }
        }
        return files;
    }

    private Dispatch file(String name, Instant at) {
        LocalDate day = Spellings.day(at);
        boolean hiddenFirst = PaperSheet.habit(world().seed(), id() + name, day, 0.3);
        Form form = new Form(
                "园区企业名册",
                "平湖经济技术开发区企业名册",
                HEADINGS,
                Set.of("入园日期"),
                Set.of(),
                "统一社会信用代码",
                Set.of("地块", "服务专员", "产业链"),
                hiddenFirst);
        return new Dispatch(name, at, new PaperSheet(form, () -> records(at), day), true);
    }

    private SourceRecord beingFounded(Enterprise it, Instant asOf) {
        Draft draft = SourceRecord.draft("founding" + it.slot(), it);
        draft.put("企业名称", "平湖" + it.name().brief() + "有限公司（筹）").put("状态", "筹建");
        place(draft, it);
        Map<String, String> meant = dirt().apply(draft, dice(it, ""));
        return draft.finish(asOf, meant);
    }

    private SourceRecord record(Enterprise it, Instant asOf) {
        Dice dice = dice(it, "", Spellings.day(it.changedAt()).toEpochDay());
        Draft draft = SourceRecord.draft(Long.toString(it.slot()), it);
        draft.put("企业名称", name(draft, it, dice, asOf))
                .put("统一社会信用代码", it.codes().uscc())
                .put("状态", state(it, asOf));
        place(draft, it);
        draft.put("联系人", it.representative())
                .put("联系电话", "1990000" + dice.digits(4))
                .put("党组织", dice.oneOf("未建", "未建", "联合", "单独"));
        Map<String, String> meant = dirt().apply(draft, dice);
        return draft.finish(asOf, meant);
    }

    private String name(Draft draft, Enterprise it, Dice dice, Instant asOf) {
        String name = it.name().text();
        if (dice.chance(dirt().cosmetics() * 2)) {
            return draft.smudge("name-by-hand", Names.byHand(it).write(name, dice));
        }
        boolean two = it.kind() != Kind.BRANCH && dice.chance(dirt().cosmetics() / 3);
        if (two) {
            Enterprise other = world().head(Math.floorMod(it.slot() + 1, (long) world().park()), asOf);
            draft.owners(it.id() + "," + other.id());
            return draft.smudge(
                    "two-in-one",
                    name + dice.oneOf("、", "/", "\n") + other.name().text());
        }
        return name;
    }

    private static void place(Draft draft, Enterprise it) {
        draft.put("地块", it.address().plot())
                .put("入园日期", it.isShortLived() ? it.founded() : it.founded().plusDays(Math.floorMod(it.number(), 200L)))
                .put("产业链", CHAINS.get((int) Math.floorMod(it.slot() / 3, (long) CHAINS.size())))
                .put("链上角色", it.scale() == 3 ? "链主" : it.scale() == 2 ? "核心" : "成员")
                .put("服务专员", OFFICERS.get((int) Math.floorMod(it.slot() / OFFICER_KEEPS, (long) OFFICERS.size())));
    }

    private static String state(Enterprise it, Instant asOf) {
        if (it.isShortLived() && it.foundedAt().plusSeconds(36 * 3600).isAfter(asOf)) {
            return "筹建";
        }
        return it.status().isOver() ? "注销未清名" : it.slot() % 41 == 40 ? "迁出" : "在园";
    }
}
