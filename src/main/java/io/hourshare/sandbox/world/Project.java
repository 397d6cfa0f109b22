package io.hourshare.sandbox.world;

import io.hourshare.sandbox.world.Rhythm.Beat;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
 * @param licensedAt when the permit was issued
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
        Instant licensedAt,
        Instant filedAt,
        boolean complete) {

    private static final Rhythm FILED = new Rhythm("filed", 140);
    private static final Rhythm LICENSED = new Rhythm("licensed", 200);
    private static final int KEPT = 3;
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("yyMMdd");

    /** Number under which the completion is on file. */
    public String finishNumber() {
        return number + "-JX-001";
    }

    /** What is complete at an hour: projects of old, and for those who always build, one more every few days. */
    public static List<Project> completed(World world, Enterprise it, Instant asOf) {
        List<Project> projects = past(world, it, asOf);
        projects.removeIf(project -> !project.complete);
        if (alwaysBuilds(world, it)) {
            projects.addAll(recent(world, it, asOf));
        }
        return projects;
    }

    /** What was licensed before an hour. */
    public static List<Project> licensed(World world, Enterprise it, Instant asOf) {
        List<Project> projects = past(world, it, asOf);
        projects.removeIf(project -> !project.licensedAt.isBefore(asOf));
        if (alwaysBuilds(world, it)) {
            projects.add(licensedLately(world, it, asOf));
        }
        return projects;
    }

    private static boolean builds(World world, Enterprise it) {
        return !it.isShortLived()
                && it.kind() != Kind.INDIVIDUAL
                && Dice.of(world.seed(), "builds", it.number()).chance(share(it));
    }

    private static boolean alwaysBuilds(World world, Enterprise it) {
        return builds(world, it)
                && Dice.of(world.seed(), "always-builds", it.number()).chance(0.28);
    }

    private static List<Project> past(World world, Enterprise it, Instant asOf) {
        List<Project> projects = new ArrayList<>();
        int count = builds(world, it)
                ? Dice.of(world.seed(), "projects", it.number()).between(1, 2)
                : 0;
        for (int ordinal = 0; ordinal < count; ordinal++) {
            Dice own = Dice.of(world.seed(), "project", it.number(), ordinal);
            LocalDate finished = it.founded().plusDays(own.between(700, 2400));
            Instant filedAt = finished.plusDays(own.between(5, 40))
                    .atTime(own.between(8, 17), own.below(60))
                    .atZone(World.ZONE)
                    .toInstant();
            projects.add(project(own, it, finished, filedAt, filedAt.isBefore(asOf)));
        }
        return projects;
    }

    private static List<Project> recent(World world, Enterprise it, Instant asOf) {
        Beat beat = FILED.before(asOf, world.seed(), it.slot());
        List<Project> recent = new ArrayList<>();
        for (int back = 0; back < KEPT; back++) {
            Instant filedAt = beat.last().minusSeconds(back * FILED.hours() * 3600);
            Dice own = Dice.of(world.seed(), "recent-project", it.number(), beat.count() - back);
            LocalDate finished = World.day(filedAt).minusDays(own.between(3, 30));
            recent.add(project(own, it, finished, filedAt, true));
        }
        return recent;
    }

    /** The newest permit; what it allows will be finished in a year or two. */
    private static Project licensedLately(World world, Enterprise it, Instant asOf) {
        Beat beat = LICENSED.before(asOf, world.seed(), it.slot());
        Dice own = Dice.of(world.seed(), "licensed-project", it.number(), beat.count());
        LocalDate licensed = World.day(beat.last());
        LocalDate finished = licensed.plusDays(own.between(300, 640));
        Instant filedAt = finished.atStartOfDay(World.ZONE).toInstant();
        return project(own, it, licensed, finished, filedAt, false).licensedAt(beat.last());
    }

    private Project licensedAt(Instant at) {
        return new Project(
                number, investmentCode, permit, name, cost, area, licensed, begun, finished, at, filedAt, complete);
    }

    private static double share(Enterprise it) {
        if (!it.isRegistered()) {
            return 0.7;
        }
        return it.inPark() ? 0.4 : it.scale() == 0 ? 0.02 : 0.16;
    }

    private static Project project(Dice dice, Enterprise it, LocalDate finished, Instant filedAt, boolean complete) {
        return project(dice, it, finished.minusDays(dice.between(280, 640)), finished, filedAt, complete);
    }

    private static Project project(
            Dice dice, Enterprise it, LocalDate licensed, LocalDate finished, Instant filedAt, boolean complete) {
        LocalDate begun = licensed.plusDays(dice.between(3, 40));
        String county = it.isRegistered() ? it.region().code() : Region.HOME.code();
        String kind = dice.oneOf("01", "01", "01", "02");
        BigDecimal area = BigDecimal.valueOf(dice.between(120_000, 8_600_000), 2);
        return new Project(
                county + SHORT_DAY.format(licensed.minusDays(120)) + kind + Codes.padded(dice.between(1, 99), 2),
                dice.chance(0.7) ? investmentCode(dice, county, licensed) : "",
                county
                        + DateTimeFormatter.BASIC_ISO_DATE.format(licensed)
                        + Codes.padded(dice.between(1, 99), 2)
                        + kind,
                it.industry().trades().get(0)
                        + dice.oneOf("年产", "新建", "扩建", "技改")
                        + dice.oneOf("厂房", "生产车间", "研发中心", "仓库", "智能化生产线")
                        + dice.oneOf("项目", "工程", "建设项目"),
                area.multiply(BigDecimal.valueOf(dice.between(1400, 3600)))
                        .movePointLeft(4)
                        .setScale(2, RoundingMode.HALF_UP),
                area,
                licensed,
                begun,
                finished,
                licensed.atTime(15, dice.below(60)).atZone(World.ZONE).toInstant(),
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
