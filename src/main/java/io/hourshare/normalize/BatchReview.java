package io.hourshare.normalize;

import io.hourshare.contract.FeedContract;
import io.hourshare.contract.FeedJob;
import io.hourshare.normalize.BatchAdoption.Trouble;
import io.hourshare.normalize.anomaly.BatchFigures;
import io.hourshare.normalize.anomaly.DriftRules;
import io.hourshare.normalize.anomaly.VolumeFigures;
import io.hourshare.normalize.anomaly.VolumeRules;
import io.hourshare.store.BatchCounts;
import io.hourshare.store.DriftChange;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.Novelty;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides what about a counted batch has to be looked at before it is adopted. */
final class BatchReview {

    private static final int NAMED_OBJECTS = 5;
    private static final double A_PART_ONLY = 0.25;

    private final FeedContract contract;
    private final FeedJob job;
    private final BatchCounts counts;
    private final long vanished;
    private final BatchHistory history;
    private final List<NormalizedPart> parts;

    BatchReview(
            FeedContract contract,
            FeedJob job,
            BatchCounts counts,
            long vanished,
            BatchHistory history,
            List<NormalizedPart> parts) {
        this.contract = contract;
        this.job = job;
        this.counts = counts;
        this.vanished = vanished;
        this.history = history;
        this.parts = parts;
    }

    /**
     * How the columns differ; a delivery that was judged before is not judged by what came since. Where no headings came
     * before, as for a first list that comes late, none went.
     */
    List<DriftChange> drift(BatchComparison comparison, String quarantined, List<PartFooter> before) {
        if (history.judged()) {
            return List.of();
        }
        List<String> unknown = anywhere(parts.stream().map(NormalizedPart::unknown));
        List<String> absent =
                everywhere(parts.stream().map(NormalizedPart::absent).toList());
        return DriftRules.find(
                contract,
                new BatchFigures(
                        counts.received() - counts.dropped(),
                        comparison.knownKeys(),
                        comparison.columns(),
                        comparison.faults(quarantined),
                        unknown,
                        anywhere(before.stream().map(footer -> footer.lines(ObjectNormalizer.UNKNOWN))),
                        absent,
                        before.isEmpty()
                                ? absent
                                : everywhere(before.stream()
                                        .map(footer -> footer.lines(ObjectNormalizer.ABSENT))
                                        .toList())));
    }

    private static List<String> anywhere(Stream<List<String>> lists) {
        return lists.flatMap(List::stream).distinct().sorted().toList();
    }

    private static List<String> everywhere(List<List<String>> lists) {
        if (lists.isEmpty()) {
            return List.of();
        }
        Set<String> common = new TreeSet<>(lists.get(0));
        lists.forEach(list -> common.retainAll(new HashSet<>(list)));
        return List.copyOf(common);
    }

    /** The gravest first. */
    List<Trouble> troubles(List<DriftChange> drift, long known) {
        List<Trouble> troubles = new ArrayList<>();
        if (!counts.balances()) {
            troubles.add(imbalance());
        }
        drifted(drift).ifPresent(troubles::add);
        quarantined().ifPresent(troubles::add);
        vanished().ifPresent(troubles::add);
        if (!history.judged()) {
            volume(known).ifPresent(troubles::add);
        }
        return troubles;
    }

    private static Optional<Trouble> drifted(List<DriftChange> drift) {
        List<DriftChange> held = drift.stream().filter(DriftChange::held).toList();
        return held.isEmpty()
                ? Optional.empty()
                : Optional.of(new Trouble(
                        "SCHEMA_DRIFT",
                        held.stream()
                                .map(change -> change.column() + "：原先 " + change.before() + "，现在 " + change.after())
                                .collect(Collectors.joining("；", "", "。确认后接受这一批；若今后都如此，请修改契约再重跑；否则退回"))));
    }

    private Optional<Trouble> quarantined() {
        double share = counts.received() == 0 ? 0 : (double) counts.quarantined() / counts.received();
        return !Tolerance.isExceeded(counts.quarantined(), counts.received(), job.quarantineTolerance())
                ? Optional.empty()
                : Optional.of(new Trouble(
                        "QUARANTINE_TOLERANCE",
                        "隔离 %d 条，占收到 %d 条的 %.1f%%，超过容许的 %.1f%%；请查看隔离区原因，修正映射后重跑，或请数源部门重新报送"
                                .formatted(
                                        counts.quarantined(),
                                        counts.received(),
                                        share * 100,
                                        job.quarantineTolerance() * 100)));
    }

    private Optional<Trouble> vanished() {
        BatchCounts before = history.previous().map(BatchAdopted::counts).orElse(counts);
        if (!Tolerance.isExceeded(vanished, before.accepted(), job.vanishTolerance())) {
            return Optional.empty();
        }
        boolean increment = counts.received() < A_PART_ONLY * before.received();
        return Optional.of(new Trouble(
                increment ? "INCREMENT_AS_FULL" : "MASS_VANISH",
                "全量名单比上次少了 %d 个主键（上次 %d 条），超过容许的 %.1f%%；%s确属实际减少时接受这一批，或调高容许值后重跑"
                        .formatted(
                                vanished,
                                before.accepted(),
                                job.vanishTolerance() * 100,
                                increment ? "疑似把增量当作全量报送，请与数源部门核实；" : "请核实是否传错文件；")));
    }

    private Optional<Trouble> volume(long known) {
        Novelty novelty = counts.novelty();
        VolumeFigures figures = new VolumeFigures(
                !parts.isEmpty(),
                counts.received(),
                history.earlier(),
                history.sameHour(),
                history.holiday(),
                known,
                novelty == null ? 0 : novelty.unchanged(),
                history.repeats(),
                history.overlapping());
        return VolumeRules.find(contract, figures).map(finding -> new Trouble(finding.reason(), finding.detail()));
    }

    private Trouble imbalance() {
        Long declared = counts.declared();
        if (declared != null && declared != counts.received()) {
            return new Trouble(
                    "DECLARED_TOTAL",
                    "数源声明 %d 条，实际收到 %d 条%s；请重新拉取，仍不符时请数源部门核对总数".formatted(declared, counts.received(), where()));
        }
        return new Trouble(
                "IMBALANCE",
                "收到 %d 条，接收 %d、隔离 %d、重复 %d、按契约丢弃 %d，合计不符%s；请联系平台维护人员"
                        .formatted(
                                counts.received(),
                                counts.accepted(),
                                counts.quarantined(),
                                counts.duplicates(),
                                counts.dropped(),
                                where()));
    }

    /** What each object brought, so that the difference can be looked for. */
    private String where() {
        String objects = parts.stream()
                .limit(NAMED_OBJECTS)
                .map(part -> part.object() + " " + part.received() + " 条")
                .collect(Collectors.joining("、"));
        return parts.isEmpty()
                ? ""
                : "（" + objects + (parts.size() > NAMED_OBJECTS ? " 等 " + parts.size() + " 个文件" : "") + "）";
    }
}
