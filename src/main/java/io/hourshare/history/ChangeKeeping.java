package io.hourshare.history;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.history.ChangeBatch.State;
import io.hourshare.kernel.Digest;
import io.hourshare.merge.MergedProfiles;
import io.hourshare.publish.PublicationWitness;
import io.hourshare.publish.Snapshot;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.StageDone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Keeps the files of changes few, and no longer than promised: a day that is over becomes one file, a month that is over
 * becomes one, and what is older than {@value #DAYS} days goes. The journal names every file that gives way before it is
 * deleted, so a crash leaves at most a file too many, which the next run takes away.
 */
final class ChangeKeeping implements PublicationWitness {

    static final int DAYS = 400;

    /** Whoever reads by an older list of files has long finished. */
    private static final Duration READERS_DONE = Duration.ofMinutes(10);

    private static final String TOGETHER = "select coalesce(given.batch, changes.batch) as batch, changes.\"row\","
            + " changes.enterprise_id, changes.kind, changes.path, changes.key, changes.before, changes.after"
            + " from (select cast(null as bigint) as batch, '' as filename where false union all by name"
            + " select * from read_parquet(%s, filename = true, union_by_name = true)) as changes"
            + " left join (values %s) as given(filename, batch) on given.filename = changes.filename"
            + " order by changes.enterprise_id, 1, changes.\"row\"";

    private final ChangeBatches batches;
    private final DataRoot root;
    private final Engine engine;
    private final Journal journal;
    private final Clock clock;

    ChangeKeeping(ChangeBatches batches, DataRoot root, Engine engine, Journal journal, Clock clock) {
        this.batches = batches;
        this.root = root;
        this.engine = engine;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void published(Snapshot snapshot, MergedProfiles merged) {
        keep();
    }

    void keep() {
        expire();
        Map<String, List<ChangeBatch>> periods = batches.all().stream()
                .filter(batch -> batch.file() != null)
                .collect(Collectors.groupingBy(this::period, LinkedHashMap::new, Collectors.toList()));
        periods.remove("");
        periods.values().stream().filter(period -> files(period).size() > 1).forEach(this::fold);
        delete();
    }

    /** Which batches lie in one file: those of a month or a day that is over; none of today. */
    private String period(ChangeBatch batch) {
        LocalDate day = LocalDate.ofInstant(batch.at(), ZoneOffset.UTC);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (YearMonth.from(day).isBefore(YearMonth.from(today))) {
            return YearMonth.from(day).toString();
        }
        return day.isBefore(today) ? day.toString() : "";
    }

    private void fold(List<ChangeBatch> period) {
        Map<String, Long> rows = files(period);
        Digest inputs = Digest.of(List.copyOf(rows.keySet()));
        String name = "%06d-%06d-%s.parquet"
                .formatted(period.get(0).number(), period.get(period.size() - 1).number(), inputs.short8());
        Path target = root.resolve(ChangeBatches.FOLDER + name);
        try (Session session = engine.open()) {
            DurableFiles.write(target, temporary -> session.copy(together(period), temporary));
        } catch (IOException e) {
            throw new UncheckedIOException("变动文件合并不成：" + target + "；请检查磁盘空间与权限", e);
        }
        journal.append(new StageDone(ChangeBatches.FOLD, inputs, List.of(root.relativize(target)), rows));
    }

    private String together(List<ChangeBatch> period) {
        String files = files(period).keySet().stream()
                .map(file -> Sql.literal(root.resolve(file).toString()))
                .collect(Collectors.joining(", ", "[", "]"));
        List<String> fresh = new ArrayList<>(List.of("('', -1)"));
        period.stream()
                .filter(batch -> batch.state() == State.FRESH)
                .map(batch -> "("
                        + Sql.literal(root.resolve(Objects.requireNonNull(batch.file()))
                                .toString())
                        + ", " + batch.number() + ")")
                .forEach(fresh::add);
        return TOGETHER.formatted(files, String.join(", ", fresh));
    }

    /** A file goes when the youngest batch in it is too old. */
    private void expire() {
        Instant oldest = clock.instant().minus(Duration.ofDays(DAYS));
        List<ChangeBatch> known =
                batches.all().stream().filter(ChangeBatch::isKnown).toList();
        List<String> young = known.stream()
                .filter(batch -> !batch.at().isBefore(oldest))
                .map(batch -> String.valueOf(batch.file()))
                .distinct()
                .toList();
        List<ChangeBatch> gone = known.stream()
                .takeWhile(batch -> batch.at().isBefore(oldest) && !young.contains(String.valueOf(batch.file())))
                .toList();
        if (!gone.isEmpty()) {
            Map<String, Long> counts = new LinkedHashMap<>(files(gone));
            counts.put(ChangeBatches.TO, gone.get(gone.size() - 1).number());
            Digest inputs = Digest.of(counts.toString());
            journal.append(new StageDone(ChangeBatches.EXPIRY, inputs, List.of(), counts));
        }
    }

    private void delete() {
        for (String file : batches.replacedBefore(clock.instant().minus(READERS_DONE))) {
            try {
                DurableFiles.delete(root.resolve(file));
                batches.forget(file);
            } catch (IOException e) {
                throw new UncheckedIOException("已合并的变动文件删不掉：" + file + "；请检查权限，下次发布时重试", e);
            }
        }
    }

    /** Files of the batches with their rows, oldest first. */
    private static Map<String, Long> files(List<ChangeBatch> some) {
        Map<String, Long> files = new LinkedHashMap<>();
        some.stream()
                .filter(batch -> batch.file() != null)
                .forEach(batch -> files.merge(Objects.requireNonNull(batch.file()), batch.changes(), Long::sum));
        return files;
    }
}
