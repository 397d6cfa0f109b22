package io.hourshare.sandbox.world;

import io.hourshare.sandbox.world.Rhythm.Beat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A qualification that an enterprise was granted. */
public record Honour(
        String type,
        String level,
        String batch,
        String certificate,
        LocalDate granted,
        LocalDate validTo,
        Instant listedAt) {

    private static final Rhythm CERTIFIED = new Rhythm("certified", 160);

    private static final List<String> TYPES = List.of(
            "创新型中小企业,省", "专精特新中小企业,省", "专精特新“小巨人”企业,国家", "制造业单项冠军,国家", "绿色工厂,市", "规上工业企业,市", "首台（套）产品,省", "高新技术企业,国家");

    /** Those granted until an hour. */
    public static List<Honour> of(World world, Enterprise it, Instant asOf) {
        Dice dice = Dice.of(world.seed(), "honours", it.number());
        List<Honour> honours = new ArrayList<>();
        boolean eligible = it.industry().section() == 'C' || it.industry().section() == 'I';
        if (!it.isRegistered() || it.isShortLived() || !eligible || !dice.chance(it.inPark() ? 0.7 : 0.3)) {
            return honours;
        }
        int first = dice.below(TYPES.size());
        int count = dice.weighted(0, 60, 30, 10);
        for (int ordinal = 0; ordinal < count; ordinal++) {
            LocalDate granted = LocalDate.of(dice.between(2021, 2025), dice.between(1, 12), dice.between(1, 28));
            honours.add(honour(
                    dice,
                    first + ordinal,
                    granted,
                    granted.atTime(9, 0).atZone(World.ZONE).toInstant()));
        }
        if (dice.chance(0.4)) {
            honours.add(latest(world, it, first + count, asOf));
        }
        return honours;
    }

    private static Honour latest(World world, Enterprise it, int type, Instant asOf) {
        Beat beat = CERTIFIED.before(asOf, world.seed(), it.slot());
        Dice dice = Dice.of(world.seed(), "latest-honour", it.number(), beat.count());
        return honour(dice, type, World.day(beat.last()), beat.last());
    }

    private static Honour honour(Dice dice, int type, LocalDate granted, Instant listedAt) {
        String[] parts = TYPES.get(Math.floorMod(type, TYPES.size())).split(",", -1);
        boolean highTech = parts[0].startsWith("高新");
        String certificate = highTech
                ? "GR" + granted.getYear() + "3300" + Codes.padded(dice.between(1, 9999), 4)
                : dice.chance(0.5) ? "" : "ZJ" + granted.getYear() + dice.digits(5);
        String batch = "第" + "一二三四五六七八九".charAt(dice.below(9)) + "批";
        return new Honour(
                parts[0],
                parts[1],
                batch,
                certificate,
                granted,
                granted.plusYears(3).minusDays(1),
                listedAt);
    }
}
