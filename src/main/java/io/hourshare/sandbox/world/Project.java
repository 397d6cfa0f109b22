package io.hourshare.sandbox.world;

import io.hourshare.sandbox.world.Rhythm.Beat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Something an enterprise builds.
 *
 * @param number 16 digits of the housing department
 * @param investmentCode 24 characters of the planning department, empty where there is none
 * @param permit 18 digits of the construction permit
 * @param cost in 10,000 yuan
 * @param area square metres
 * @param filedAt when the completion was filed; in the far future while it is being built
 */
public record Project(
        String number,
        String investmentCode,
        String permit,
        String name,
        BigDecimal cost,
        BigDecimal area,
        LocalDate licensed,
        LocalDate begun,
        LocalDate finished,
        Instant filedAt,
        boolean complete) {

    private static final Rhythm FILED = new Rhythm("filed", 140);
    private static final int KEPT = 3;
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("yyMMdd");

    /** Number under which the completion is on file. */
    public String finishNumber() {
        return number + "-JX-001";
    }

    /** Projects of old, and for those who always build, one more every few days. */
    public static List<Project> of(World world, Enterprise it, Instant asOf) {
        Dice dice = Dice.of(world.seed(), "projects", it.number());
        List<Project> projects = new ArrayList<>();
        if (it.isShortLived() || it.kind() == Kind.INDIVIDUAL || !dice.chance(share(it))) {
            return projects;
        }
        int past = dice.between(1, 2);
        for (int ordinal = 0; ordinal < past; ordinal++) {
            Dice own = Dice.of(world.seed(), "project", it.number(), ordinal);
            LocalDate finished = it.founded().plusDays(own.between(700, 2400));
            Instant filedAt = finished.plusDays(own.between(5, 40))
                    .atTime(own.between(8, 17), own.below(60))
                    .atZone(World.ZONE)
                    .toInstant();
            projects.add(project(own, it, finished, filedAt, filedAt.isBefore(asOf)));
        }
        if (dice.chance(0.28)) {
            projects.addAll(recent(world, it, asOf));
        }
        return projects;
    }

    private static List<Project> recent(World world, Enterprise it, Instant asOf) {
        Beat beat = FILED.before(asOf, world.seed(), it.slot());
        List<Project> recent = new ArrayList<>();
        for (int back = -1; back < KEPT; back++) {
            Instant filedAt = beat.last().minusSeconds(back * FILED.hours() * 3600);
            Dice own = Dice.of(world.seed(), "recent-project", it.number(), beat.count() - back);
            LocalDate finished = World.day(filedAt).minusDays(own.between(3, 30));
            recent.add(project(own, it, finished, filedAt, back >= 0));
        }
        return recent;
    }

    private static double share(Enterprise it) {
        if (!it.isRegistered()) {
            return 0.7;
        }
        return it.inPark() ? 0.4 : it.scale() == 0 ? 0.02 : 0.16;
    }

    private static Project project(Dice dice, Enterprise it, LocalDate finished, Instant filedAt, boolean complete) {
        LocalDate licensed = finished.minusDays(dice.between(280, 640));
        LocalDate begun = licensed.plusDays(dice.between(3, 40));
        String county = it.isRegistered() ? it.region().code() : Region.HOME.code();
        String kind = dice.oneOf("01", "01", "01", "02");
        BigDecimal area = BigDecimal.valueOf(dice.between(120_000, 8_600_000), 2);
        return new Project(
                county + SHORT_DAY.format(licensed.minusDays(120)) + kind + String.format("%02d", dice.between(1, 99)),
                dice.chance(0.7) ? investmentCode(dice, county, licensed) : "",
                county
                        + DateTimeFormatter.BASIC_ISO_DATE.format(licensed)
                        + String.format("%02d", dice.between(1, 99))
                        + kind,
                it.name().brief()
                        + dice.oneOf("年产", "新建", "扩建", "技改")
                        + dice.oneOf("厂房", "生产车间", "研发中心", "仓库", "智能化生产线")
                        + dice.oneOf("项目", "工程", "建设项目"),
                area.multiply(BigDecimal.valueOf(dice.between(1400, 3600)))
                        .movePointLeft(4)
                        .setScale(2, java.math.RoundingMode.HALF_UP),
                area,
                licensed,
                begun,
                finished,
                filedAt,
                complete);
    }

    /** Codes before October 2020 have another structure than those after. */
    private static String investmentCode(Dice dice, String county, LocalDate licensed) {
        LocalDate filed = licensed.minusDays(200);
        return filed.isBefore(LocalDate.of(2020, 10, 1))
                ? filed.getYear() + "-" + county + "-" + dice.between(13, 39) + "-0" + dice.between(1, 3) + "-"
                        + dice.digits(6)
                : filed.format(DateTimeFormatter.ofPattern("yyMM")) + "-" + county + "-04-0" + dice.between(1, 5) + "-"
                        + dice.digits(6);
    }
}
