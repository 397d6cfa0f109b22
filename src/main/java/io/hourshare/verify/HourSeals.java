package io.hourshare.verify;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.HourSealed;
import io.hourshare.store.JournalFact.JournalCut;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalLine;
import io.hourshare.verify.SealAnchor.Anchored;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals each hour that is over: one digest over its lines, in the journal and once more in a file that may lie on
 * another machine. Whoever rewrites the whole chain must rewrite that file too, and a data root that came back from an
 * older backup is known by it.
 */
public final class HourSeals {

    private static final Logger LOG = LoggerFactory.getLogger(HourSeals.class);

    private final Journal journal;
    private final Clock clock;
    private final Path anchor;
    private boolean anchored;

    HourSeals(Journal journal, Clock clock, Path anchor) {
        this.journal = journal;
        this.clock = clock;
        this.anchor = anchor;
    }

    /**
     * Notices, before anything else is done, that the anchor has seals which the journal has lost. Numbers that readers
     * have seen are not given a second time.
     */
    public synchronized void missWhatWasLost() {
        if (journal.damage().isPresent()) {
            return;
        }
        try {
            List<JournalLine> lines = journal.lines();
            List<Anchored> anchored = SealAnchor.read(anchor).seals();
            List<Anchored> lost = SealAnchor.lost(anchored, lines);
            if (!lost.isEmpty()) {
                miss(anchor.getFileName() + ":" + anchored.size(), lost, lines);
            }
        } catch (IOException e) {
            LOG.error("小时证据根读不出来：{}，请检查该文件（hourshare.evidence.anchor）；服务不受影响", anchor, e);
        }
    }

    private void miss(String place, List<Anchored> lost, List<JournalLine> lines) {
        Anchored last = lost.get(lost.size() - 1);
        long highest = lost.stream().mapToLong(Anchored::snapshot).max().orElse(0);
        String what = "日志比小时证据根旧（恢复了较早的备份，或末尾丢失）：证据根记到时段 " + last.hour() + "（日志序号 " + last.last() + "，快照 " + highest
                + "），日志只到序号 " + lines.size();
        LOG.error("{}。其后各时段自动重做，快照改从下一个整千号起；按变动流接续的系统会得到 410，须重新从快照接续。证据根：{}", what, anchor);
        journal.append(new JournalCut(place, what, "", Math.max(highest, highest(lines))));
    }

    private static long highest(List<JournalLine> lines) {
        return lines.stream()
                .filter(line -> line.entry() instanceof SnapshotPublished)
                .mapToLong(line -> ((SnapshotPublished) line.entry()).sequence())
                .max()
                .orElse(0);
    }

    /** Seals what was written before the present hour; an hour without lines needs no seal. */
    public synchronized void seal() {
        List<JournalLine> lines = journal.lines();
        if (!anchored) {
            anchorWhatIsMissing(lines);
            anchored = true;
        }
        HourWindow now = HourWindow.containing(clock.instant());
        int first = afterLastSeal(lines);
        int end = lines.size();
        while (end > first && !lines.get(end - 1).at().isBefore(now.start())) {
            end--;
        }
        if (end > first) {
            List<JournalLine> sealed = lines.subList(first, end);
            HourWindow hour =
                    HourWindow.containing(sealed.get(sealed.size() - 1).at());
            HourSealed seal = new HourSealed(
                    hour,
                    sealed.get(0).sequence(),
                    sealed.get(sealed.size() - 1).sequence(),
                    root(sealed));
            journal.append(seal);
            anchor(seal, highest(lines));
        }
    }

    public static Digest root(List<JournalLine> lines) {
        return Digest.of(lines.stream().map(line -> line.hash().hex()).toList());
    }

    private static int afterLastSeal(List<JournalLine> lines) {
        return lastSeal(lines).map(seal -> (int) seal.last()).orElse(0); // sequences count from 1
    }

    private static Optional<HourSealed> lastSeal(List<JournalLine> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).entry() instanceof HourSealed seal) {
                return Optional.of(seal);
            }
        }
        return Optional.empty();
    }

    /**
     * A process that was killed between the journal's line and the anchor's leaves the last one out, or half of it; an
     * anchor that is new begins with everything.
     */
    private void anchorWhatIsMissing(List<JournalLine> lines) {
        try {
            String text = Files.exists(anchor) ? Files.readString(anchor, StandardCharsets.UTF_8) : "";
            int whole = text.lastIndexOf('\n') + 1;
            if (whole < text.length()) {
                try (FileChannel channel = FileChannel.open(anchor, StandardOpenOption.WRITE)) {
                    channel.truncate(text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length);
                }
            }
            List<Anchored> there = SealAnchor.read(anchor).seals();
            List<HourSealed> wanted =
                    there.isEmpty() ? seals(lines) : lastSeal(lines).stream().toList();
            wanted.stream()
                    .filter(seal -> there.stream().noneMatch(line -> line.names(seal)))
                    .forEach(seal -> anchor(seal, highest(lines)));
        } catch (IOException e) {
            LOG.error("小时证据根读不出来：{}，请检查该文件（hourshare.evidence.anchor）；服务不受影响", anchor, e);
        }
    }

    private static List<HourSealed> seals(List<JournalLine> lines) {
        return lines.stream()
                .filter(line -> line.entry() instanceof HourSealed)
                .map(line -> (HourSealed) line.entry())
                .toList();
    }

    // Serving and publishing go on without it; verify misses the line and says so.
    private void anchor(HourSealed seal, long snapshot) {
        String line = SealAnchor.line(seal, snapshot);
        try {
            Path folder = Files.createDirectories(anchor.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                    anchor, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                channel.write(StandardCharsets.UTF_8.encode(line));
                channel.force(true);
            }
            DurableFiles.sync(folder);
        } catch (IOException e) {
            LOG.error("小时证据根未能写到 {}，请检查该目录（hourshare.evidence.anchor）；服务不受影响", anchor, e);
        }
    }
}
