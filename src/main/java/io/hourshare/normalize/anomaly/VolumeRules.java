package io.hourshare.normalize.anomaly;

import io.hourshare.contract.FeedContract;
import io.hourshare.contract.FeedMode;
import io.hourshare.contract.Watch;
import java.util.List;
import java.util.Optional;

/**
 * Whether a delivery's size is so unusual that somebody should look first. What varies by nature, as an hour's changes
 * do, is judged at once where it has been steady around the clock; where days, nights and weekends differ, only after
 * some days are known, and against the same hour of days of the same kind. Holidays and the days beside them come too
 * seldom to be judged so.
 */
public final class VolumeRules {

    /** A day of hours: shorter, nobody knows a feed's habits. */
    private static final int A_DAY = 24;

    /** Same hours of days of one kind: of fewer, one odd day would make the usual. */
    private static final int SOME_DAYS = 5;

    /** Between the busiest and the quietest hour of a steady day. */
    private static final int STEADY_RANGE = 3;

    /** Hours that bring so much at their quietest are never empty by chance, not even on a weekend. */
    private static final int NEVER_EMPTY = 50;

    private static final int A_FEW = 10;
    private static final int MANY = 1_000;
    private static final int SOME = 50;
    private static final int STEADY = 100;
    private static final double TEN_TIMES = 10;

    /** Ten times the usual, less what chance takes away; a month's end brings up to five times. */
    private static final double SEVEN_TIMES = 7;

    /** Until a whole day is known the morning after a quiet night is no surge. */
    private static final double BEFORE_A_DAY = 100;

    private static final double LESS_THIRTY = 0.7;

    /** Where few come, chance alone takes a third away. */
    private static final double LESS_SEVENTY = 0.3;

    /** Where so many come and days differ little, a third less is no chance: five times the spread of chance alone. */
    private static final int REGULAR = 400;

    private static final double ALIKE = 0.7;
    private static final double LESS_QUARTER = 0.76;

    private static final int FEWEST = 20;
    private static final double MOST_OF_LIST = 0.8;

    /** A stable code with its Chinese explanation. */
    public record Finding(Watch watch, String reason, String detail) {}

    private final FeedContract contract;
    private final VolumeFigures figures;

    private VolumeRules(FeedContract contract, VolumeFigures figures) {
        this.contract = contract;
        this.figures = figures;
    }

    /** What is unusual and to be held, the plainest reason first. */
    public static Optional<Finding> find(FeedContract contract, VolumeFigures figures) {
        VolumeRules rules = new VolumeRules(contract, figures);
        return List.of(rules.repeat(), rules.zero(), rules.fullList(), rules.rise(), rules.drop()).stream()
                .flatMap(Optional::stream)
                .filter(finding -> contract.holds(finding.watch()))
                .findFirst();
    }

    private Optional<Finding> repeat() {
        boolean suspicious = figures.repeats() != null
                && !figures.overlapping()
                && contract.mode() != FeedMode.FULL
                && figures.received() >= SOME;
        return suspicious
                ? finding(
                        Watch.REPEAT,
                        "VOLUME_REPEAT",
                        "与时段 " + figures.repeats() + " 的报送逐字节相同（" + figures.received() + " 条）；请核实是否重传了旧文件")
                : Optional.empty();
    }

    private Optional<Finding> zero() {
        if (!figures.delivered() || figures.received() > 0) {
            return Optional.empty();
        }
        boolean usual = contract.mode() == FeedMode.FULL
                ? last() >= SOME
                : usual() >= A_FEW || isKnown() && !figures.holiday() && least(lastDay()) >= NEVER_EMPTY;
        return usual
                ? finding(Watch.ZERO, "VOLUME_ZERO", "收到 0 条，上次 " + last() + " 条（-100%）；请核实数源是否正常")
                : Optional.empty();
    }

    private Optional<Finding> fullList() {
        boolean whole = contract.mode() == FeedMode.INCREMENTAL
                && figures.known() >= MANY / 5
                && figures.unchanged() >= MOST_OF_LIST * figures.known()
                && figures.received() >= TEN_TIMES * most();
        return whole && !figures.earlier().isEmpty()
                ? finding(
                        Watch.FULL_LIST,
                        "FULL_AS_INCREMENT",
                        "增量数据源这次送来 %d 条，其中 %d 条与已有内容相同，占已有 %d 条的大部分；疑似把整份名单当作增量报送"
                                .formatted(figures.received(), figures.unchanged(), figures.known()))
                : Optional.empty();
    }

    private Optional<Finding> rise() {
        boolean full = contract.mode() == FeedMode.FULL;
        long usual = full ? last() : most();
        boolean judged = full ? usual >= SOME : figures.earlier().size() >= 3 && figures.received() >= MANY;
        double times = full || isKnown() ? TEN_TIMES : BEFORE_A_DAY;
        if (!full && like() >= FEWEST && figures.received() >= SEVEN_TIMES * like()) {
            return risen(like(), "同一钟点通常");
        }
        return judged && usual > 0 && figures.received() >= times * usual ? risen(usual, "以往最多") : Optional.empty();
    }

    private Optional<Finding> risen(long usual, String word) {
        return finding(
                Watch.RISE,
                "VOLUME_RISE",
                "收到 %d 条，%s %d 条，增至 %d 倍；请核实范围是否变了"
                        .formatted(figures.received(), word, usual, figures.received() / usual));
    }

    private Optional<Finding> drop() {
        boolean full = contract.mode() == FeedMode.FULL;
        boolean regular = !full && like() >= REGULAR && least(figures.sameHour()) >= ALIKE * like();
        long usual = full ? last() : regular ? like() : usual();
        boolean judged = full ? usual >= SOME : usual >= FEWEST;
        double left = regular ? LESS_QUARTER : full || usual >= STEADY ? LESS_THIRTY : LESS_SEVENTY;
        return judged && figures.received() > 0 && figures.received() <= left * usual
                ? finding(
                        Watch.DROP,
                        "VOLUME_DROP",
                        "收到 %d 条，以往 %d 条（-%.0f%%）；请核实是否漏报"
                                .formatted(figures.received(), usual, 100.0 * (usual - figures.received()) / usual))
                : Optional.empty();
    }

    private boolean isKnown() {
        return figures.earlier().size() >= A_DAY;
    }

    /** The newest that was not empty. */
    private long last() {
        return figures.earlier().stream().filter(count -> count > 0).findFirst().orElse(0L);
    }

    private long most() {
        return most(figures.earlier());
    }

    /** The least that this hour brings by habit; 0 where nobody can say. */
    private long usual() {
        boolean steady = isKnown() && most(lastDay()) <= STEADY_RANGE * least(lastDay());
        if (steady) {
            return least(lastDay());
        }
        return like() == 0 ? 0 : least(figures.sameHour());
    }

    /** What this hour brings in the middle of such days; 0 where too few are known. */
    private long like() {
        List<Long> sorted = figures.sameHour().stream().sorted().toList();
        return figures.holiday() || sorted.size() < SOME_DAYS ? 0 : sorted.get(sorted.size() / 2);
    }

    private List<Long> lastDay() {
        return figures.earlier().stream().limit(A_DAY).toList();
    }

    private static long least(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).min().orElse(0);
    }

    private static long most(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static Optional<Finding> finding(Watch watch, String reason, String detail) {
        return Optional.of(new Finding(watch, reason, detail + "，确认无误请接受该批，否则退回"));
    }
}
