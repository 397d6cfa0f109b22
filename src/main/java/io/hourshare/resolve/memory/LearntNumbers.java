package io.hourshare.resolve.memory;

import io.hourshare.engine.EngineException;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.HourWindow;
import io.hourshare.resolve.model.LearntModel;
import io.hourshare.resolve.model.ResolveModels;
import io.hourshare.resolve.model.ResolveRules;
import io.hourshare.resolve.model.SiteRegions;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.store.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers that are learnt from all records once and hold for the day, so that an hour's result hangs on what changed.
 *
 * <p>They are learnt anew by the first hour of a day, by other models or rules, by records that outgrew them, and where
 * they are gone or damaged.
 */
public final class LearntNumbers {

    /** Tables of numbers that stay as they were learnt. */
    static final Set<String> TABLES = Set.of(
            "weight",
            "name_rarity",
            "brand_rarity",
            "feed_habit",
            "number_share",
            "unknown_share",
            "calibration",
            "place_size");

    /** What is there without its model where numbers are given: nobody is asked with the number hidden. */
    public static final Set<String> GIVEN = with(TABLES, "trial");

    private static final Logger LOG = LoggerFactory.getLogger(LearntNumbers.class);
    private static final String STAGE = "learn";
    private static final String HOUR = "hour";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Set<String> FILES = with(with(TABLES, "learnt_count"), SiteRegions.TABLE);
    private static final String NO_TRIAL = "create or replace table trial as select cast(0 as bigint) as rid, "
            + "cast(0 as bigint) as record_rid, '' as enterprise_id, true as is_listed, 1.0 as worth where false";

    private final DataRoot root;
    private final Journal journal;
    private final Ledger ledger;
    private final ResolveModels models;

    public LearntNumbers(DataRoot root, Journal journal, Ledger ledger, ResolveModels models) {
        this.root = root;
        this.journal = journal;
        this.ledger = ledger;
        this.models = models;
    }

    /** Numbers of this day, or of a later one where an earlier hour is told again. */
    public Optional<StageDone> standing(HourWindow hour) {
        return ledger.lastStage(STAGE)
                .filter(learnt -> !day(hour.start())
                        .isAfter(day(Instant.EPOCH.plus(
                                Duration.ofHours(learnt.counts().getOrDefault(HOUR, 0L))))))
                .filter(learnt -> root.holds(learnt.files()));
    }

    /** Makes the numbers tables of the session; false where they do not fit, and then nothing that was made counts. */
    public boolean recall(Session session, StageDone learnt, ResolveRules rules) {
        try {
            learnt.files().forEach(file -> table(session, root.resolve(file)));
            rules.learnRegions(session, SiteRegions.told(session));
            session.execute(NO_TRIAL);
            if (!version(session).equals(learnt.inputs())) {
                LOG.info("Numbers {} are not those that were learnt, or other models learnt them", learnt.inputs());
                return false;
            }
        } catch (EngineException damaged) {
            LOG.info(
                    "识别用的统计数 {} 读不出来（升级后格式不同，或文件损坏），本小时重新统计，无须处理",
                    learnt.inputs().short8());
            LOG.debug("Numbers that cannot be read", damaged);
            return false;
        }
        models.run(session, Set.of("learnt_drift"), Set.of());
        List<String> drift = session.query(
                "select reason, subject from learnt_drift order by reason, subject",
                row -> row.getString(1) + " " + row.getString(2));
        LOG.info("Numbers {} stand; drift: {}", learnt.inputs().short8(), drift);
        return drift.isEmpty();
    }

    /** Keeps what the models have just learnt in the session. */
    public Digest learn(Session session, HourWindow hour) {
        models.run(session, Set.of("record_count"), Set.of());
        session.execute("create or replace table learnt_count as select * from record_count");
        Digest version = version(session);
        Path folder = root.resolve("lake/identity/learnt/" + version.short8());
        List<String> files = FILES.stream()
                .sorted()
                .map(table -> write(session, table, folder.resolve(table + ".parquet")))
                .toList();
        long hours = Duration.between(Instant.EPOCH, hour.start()).toHours();
        journal.append(new StageDone(STAGE, version, files, Map.of(HOUR, hours)));
        return version;
    }

    private Digest version(Session session) {
        return LearntModel.version(session, models.digest());
    }

    private static void table(Session session, Path file) {
        String name = file.getFileName().toString().replace(".parquet", "");
        session.view("kept_number", List.of(file));
        session.execute("create or replace table " + Sql.identifier(name) + " as select * from kept_number");
    }

    /** A file of the same name is one that was found damaged. */
    private String write(Session session, String table, Path target) {
        try {
            Files.deleteIfExists(target);
            DurableFiles.write(
                    target, temporary -> session.copy("select * from " + table + " order by all", temporary));
        } catch (IOException e) {
            throw new UncheckedIOException("Learnt numbers cannot be written: " + target, e);
        }
        return root.relativize(target);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    private static Set<String> with(Set<String> tables, String further) {
        Set<String> all = new HashSet<>(tables);
        all.add(further);
        return Set.copyOf(all);
    }
}
