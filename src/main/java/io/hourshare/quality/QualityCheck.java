package io.hourshare.quality;

import static io.hourshare.engine.Sql.identifier;
import static io.hourshare.engine.Sql.literal;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FieldMapping;
import io.hourshare.contract.QualityRule;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineException;
import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import io.hourshare.normalize.CurrentRecords;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.store.Ledger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the contracts' rules where records or rules have changed, and writes the numbers into the journal. */
public final class QualityCheck {

    private static final Logger LOG = LoggerFactory.getLogger(QualityCheck.class);
    private static final String RECORDS = "records";

    private final Catalogue catalogue;
    private final DataRoot root;
    private final Engine engine;
    private final Journal journal;
    private final Ledger ledger;

    public QualityCheck(Catalogue catalogue, DataRoot root, Engine engine, Journal journal, Ledger ledger) {
        this.catalogue = catalogue;
        this.root = root;
        this.engine = engine;
        this.journal = journal;
        this.ledger = ledger;
    }

    /** @return number of rules that were run */
    public long run(CurrentRecords current) {
        return catalogue.feeds().stream()
                .filter(feed -> !feed.contract().quality().isEmpty())
                .mapToLong(feed -> run(feed, current.files().getOrDefault(feed.id(), List.of())))
                .sum();
    }

    private long run(Feed feed, List<String> files) {
        List<String> parts = new ArrayList<>(files);
        feed.contract().quality().forEach(rule -> parts.add(rule.toString()));
        Digest inputs = Digest.of(parts);
        String stage = QualityResults.STAGE + feed.id();
        if (files.isEmpty() || ledger.stage(stage, inputs.hex()).isPresent()) {
            return 0;
        }
        Map<String, Long> counts = counts(feed, files);
        journal.append(new StageDone(stage, inputs, List.of(), counts));
        return counts.size() - 1L;
    }

    private Map<String, Long> counts(Feed feed, List<String> files) {
        Map<String, Long> counts = new TreeMap<>();
        try (Session session = engine.open()) {
            session.view("normalized", files.stream().map(root::resolve).toList());
            session.execute("create temp table " + RECORDS + " as " + select(session, feed));
            // A rule is written by whoever wrote the contract: it sees these records and nothing else.
            session.seal();
            counts.put(QualityResults.ROWS, session.number("select count(*) from " + RECORDS));
            feed.contract().quality().forEach(rule -> count(session, feed, rule, counts));
        }
        return counts;
    }

    private static void count(Session session, Feed feed, QualityRule rule, Map<String, Long> counts) {
        String start = rule.query().strip().toLowerCase(Locale.ROOT);
        try {
            if (!start.startsWith("select") && !start.startsWith("with")) {
                throw new EngineException("not a SELECT", new java.sql.SQLException("只可写一条 SELECT"));
            }
            double number = session.query(rule.query(), row -> row.getDouble(1)).get(0);
            counts.put(rule.id(), Math.round(number * QualityResults.SCALE));
        } catch (EngineException | IndexOutOfBoundsException e) {
            LOG.warn("{} 的质量规则 {} 无法执行：{}", feed.id(), rule.id(), e.getMessage());
        }
    }

    /** The current records under the names of the source fields, so that rules read as the contract does. */
    private static String select(Session session, Feed feed) {
        List<String> present = session.query("describe normalized", row -> row.getString(1));
        Map<String, String> columns = new LinkedHashMap<>();
        for (FieldMapping mapping : feed.job().map()) {
            if (present.contains(mapping.canonical())) {
                mapping.from().forEach(source -> columns.putIfAbsent(source, mapping.canonical()));
            }
        }
        return columns.entrySet().stream()
                .map(column -> identifier(column.getValue()) + " as " + identifier(column.getKey()))
                .collect(Collectors.joining(", ", "select ", " from normalized where _op <> " + literal("D")));
    }
}
