package io.hourshare.quality;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.contract.QualityRule;
import io.hourshare.contract.QualityRule.Measure;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.store.Ledger;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rules found last, read from the journal's fold: nothing is computed here but scores. */
public final class QualityResults {

    /** Prefix of the stage's name; the feed follows. */
    static final String STAGE = "quality:";

    /** Count under which the number of rows stands. */
    static final String ROWS = "rows";

    /** Numbers are kept in millionths, since a stage's counts are whole. */
    static final double SCALE = 1_000_000;

    private final Catalogue catalogue;
    private final Ledger ledger;

    public QualityResults(Catalogue catalogue, Ledger ledger) {
        this.catalogue = catalogue;
        this.ledger = ledger;
    }

    /** Every rule of every feed that was checked at least once, in the contracts' order. */
    public List<QualityResult> newest() {
        return catalogue.feeds().stream()
                .flatMap(feed -> ledger.lastStage(STAGE + feed.id()).stream().flatMap(stage -> of(feed, stage)))
                .toList();
    }

    private static Stream<QualityResult> of(Feed feed, StageDone stage) {
        long rows = stage.counts().getOrDefault(ROWS, 0L);
        return feed.contract().quality().stream()
                .map(rule -> result(feed, rule, stage.counts().get(rule.id()), rows));
    }

    private static QualityResult result(Feed feed, QualityRule rule, @Nullable Long counted, long rows) {
        Double number = counted == null ? null : (Double) (counted / SCALE);
        boolean met = number != null && rule.measure().isMetBy(measured(rule.measure(), number, rows));
        return new QualityResult(
                feed.id().toString(),
                feed.contract().title(),
                rule.id(),
                rule.title(),
                rule.dimension(),
                rule.column(),
                number,
                rows,
                met,
                met ? 1 : score(rule.measure(), number, rows),
                rule.severity());
    }

    private static double measured(Measure measure, double number, long rows) {
        return !measure.percent() ? number : rows == 0 ? 0 : 100 * number / rows;
    }

    /** A number that must be small counts wrong records. */
    private static double score(Measure measure, @Nullable Double number, long rows) {
        boolean countsWrong = measure.operator().startsWith("mustBeLess")
                || measure.operator().equals("mustBe") && measure.bound() == 0;
        return number == null || !countsWrong || rows == 0 || number < 0 || number > rows ? 0 : 1 - number / rows;
    }
}
