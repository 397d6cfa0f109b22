package io.hourshare.verify;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.HourSealed;
import io.hourshare.store.JournalLine;
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
 * another machine. Whoever rewrites the whole chain must rewrite that file too.
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

    /** Seals what was written before the present hour; an hour without lines needs no seal. */
    public synchronized void seal() {
        List<JournalLine> lines = journal.lines();
        if (!anchored) {
            lastSeal(lines).ifPresent(this::anchorIfMissing);
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
            anchor(seal);
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

    /** A process that was killed between the journal's line and the anchor's leaves the last one out, or half of it. */
    private void anchorIfMissing(HourSealed seal) {
        try {
            String text = Files.exists(anchor) ? Files.readString(anchor, StandardCharsets.UTF_8) : "";
            int whole = text.lastIndexOf('\n') + 1;
            if (whole < text.length()) {
                try (FileChannel channel = FileChannel.open(anchor, StandardOpenOption.WRITE)) {
                    channel.truncate(text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length);
                }
            }
            if (!text.contains(line(seal))) {
                anchor(seal);
            }
        } catch (IOException e) {
            LOG.error("小时证据根读不出来：{}，请检查该文件（hourshare.evidence.anchor）；服务不受影响", anchor, e);
        }
    }

    private static String line(HourSealed seal) {
        return "{\"hour\":\"" + seal.hour() + "\",\"first\":" + seal.first() + ",\"last\":" + seal.last()
                + ",\"root\":\"" + seal.root() + "\"}\n";
    }

    // Serving and publishing go on without it; verify misses the line and says so.
    private void anchor(HourSealed seal) {
        String line = line(seal);
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
