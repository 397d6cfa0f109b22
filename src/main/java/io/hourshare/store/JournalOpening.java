package io.hourshare.store;

import io.hourshare.store.JournalFact.JournalCut;
import io.hourshare.store.JournalReading.Damage;
import io.hourshare.store.JournalReading.Unknown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a journal for a service that must come up without a person. A damaged end is set aside and told, and its work
 * done again; damage further up leaves the journal as it is: what can be read is served from, and nothing is written.
 * Lines of a later version are no damage: nothing is opened at all.
 */
final class JournalOpening {

    private static final Logger LOG = LoggerFactory.getLogger(JournalOpening.class);

    private final DataRoot root;
    private final Clock clock;

    JournalOpening(DataRoot root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    Journal open() {
        try {
            DurableFiles.createFolder(root.resolve("journal"));
            JournalReading reading = JournalReading.read(root.path());
            reading.unknown().ifPresent(this::refuse);
            if (reading.damages().isEmpty()) {
                return Journal.open(root, clock);
            }
            Damage first = reading.damages().get(0);
            return isEnd(reading, first) ? cut(first) : sealed(reading, first);
        } catch (IOException e) {
            throw new UncheckedIOException("Journal cannot be read: " + root.path(), e);
        }
    }

    private void refuse(Unknown line) {
        throw new NewerJournalException(root.resolve(line.file()), line.number(), line.type());
    }

    /** Nothing that can be believed follows the damage. */
    private static boolean isEnd(JournalReading reading, Damage first) {
        return reading.lines().stream()
                .noneMatch(placed -> placed.file().compareTo(first.file()) > 0
                        || placed.file().equals(first.file()) && placed.number() >= first.number());
    }

    private Journal cut(Damage damage) throws IOException {
        Path file = root.resolve(damage.file());
        JournalHead.forget(root.path()); // or a crash right here would leave it at odds with the lines to come
        String aside = Files.isRegularFile(file) ? setAside(file, damage.number()) : "";
        Journal journal = Journal.open(root, clock);
        String place = damage.file() + ":" + damage.number();
        String kept = aside.isEmpty() ? "没有可留存的残行" : "损坏部分已移到 " + aside;
        LOG.error("日志尾部损坏（{} {}），{}；其后的工作会自动重做", place, damage.found(), kept);
        journal.append(new JournalCut(place, damage.found(), aside));
        return journal;
    }

    /** Keeps the lines from the given one on in a file of their own and takes them out of the journal. */
    private String setAside(Path file, int number) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int from = 0;
        for (int line = 1; line < number && from < bytes.length; from++) {
            line += bytes[from] == '\n' ? 1 : 0;
        }
        if (from == bytes.length) {
            return "";
        }
        byte[] damaged = Arrays.copyOfRange(bytes, from, bytes.length);
        Path aside = root.resolve("journal-damaged/" + file.getFileName() + "." + number + "."
                + clock.instant().getEpochSecond());
        DurableFiles.write(aside, temporary -> Files.write(temporary, damaged));
        Journal.cut(file, from);
        return root.relativize(aside);
    }

    private Journal sealed(JournalReading reading, Damage damage) {
        JournalDamagedException problem =
                new JournalDamagedException(root.resolve(damage.file()), damage.number(), damage.found());
        LOG.error("{}；在修复之前只提供查询，不取数、不发布", problem.getMessage());
        return Journal.readOnly(root, clock, reading.chain(), Optional.of(problem));
    }
}
