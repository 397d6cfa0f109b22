package io.hourshare.normalize.anomaly;

import io.hourshare.contract.FeedContract;
import io.hourshare.contract.FeedMode;
import io.hourshare.contract.Watch;
import java.util.List;
import java.util.Optional;

/**
 * Whether a delivery's size is so unusual that somebody should look first. What varies by nature, as an hour's changes
 * do, is only judged where it has been steady.
 */
public final class VolumeRules {

    /** A day of hours: shorter, nobody knows a feed's habits. */
    private static final int A_DAY = 24;

    private static final int MANY = 1_000;
    private static final int SOME = 50;
    private static final int STEADY = 100;
    private static final double TEN_TIMES = 10;
    private static final double LESS_THIRTY = 0.7;
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
                : isKnown() && figures.earlier().stream().limit(A_DAY).allMatch(count -> count >= 10);
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
        return judged && usual > 0 && figures.received() >= TEN_TIMES * usual
                ? finding(
                        Watch.RISE,
                        "VOLUME_RISE",
                        "收到 " + figures.received() + " 条，以往最多 " + usual + " 条，增至十倍以上；请核实范围是否变了")
                : Optional.empty();
    }

    private Optional<Finding> drop() {
        boolean full = contract.mode() == FeedMode.FULL;
        long usual = full ? last() : least();
        boolean judged = full ? usual >= SOME : isKnown() && usual >= STEADY;
        return judged && figures.received() > 0 && figures.received() <= LESS_THIRTY * usual
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
        return figures.earlier().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private long least() {
        return figures.earlier().stream().mapToLong(Long::longValue).min().orElse(0);
    }

    private static Optional<Finding> finding(Watch watch, String reason, String detail) {
        return Optional.of(new Finding(watch, reason, detail + "，确认无误请接受该批，否则退回"));
    }
}
