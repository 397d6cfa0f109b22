package io.hourshare.store;

import io.hourshare.kernel.Digest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The truth: append-only lines, each chained to the one before by its hash, durable before {@link #append} returns.
 *
 * <p>One file a UTC day. A torn last line (a crash while writing) is cut off when the journal opens; any other
 * damage is an error that names file and line. Safe for use by many threads.
 */
public final class Journal implements AutoCloseable {

    static final Digest ORIGIN = Digest.of("hourshare journal");

    private final Path home;
    private final Path folder;
    private final Clock clock;
    private final JournalFormat format = new JournalFormat();
    private final List<JournalLine> lines = new ArrayList<>();
    private final List<Consumer<JournalLine>> listeners = new CopyOnWriteArrayList<>();
    private final Queue<Wanted> waiting = new ConcurrentLinkedQueue<>();
    private Digest last = ORIGIN;
    private String lastFile = "";
    private boolean stuck;
    private Optional<JournalDamagedException> damage = Optional.empty();

    private Journal(DataRoot root, Clock clock) {
        this.home = root.path();
        this.folder = root.resolve("journal");
        this.clock = clock;
    }

    /** Reads and checks the whole chain. */
    public static Journal open(DataRoot root, Clock clock) {
        Journal journal = new Journal(root, clock);
        try {
            DurableFiles.createFolder(journal.folder);
            journal.read();
        } catch (IOException e) {
            throw new UncheckedIOException("Journal cannot be read: " + journal.folder, e);
        }
        return journal;
    }

    /** A journal that is damaged further up: its lines can be followed, nothing can be appended. */
    static Journal readOnly(
            DataRoot root, Clock clock, List<JournalLine> lines, Optional<JournalDamagedException> damage) {
        Journal journal = new Journal(root, clock);
        lines.forEach(journal::accept);
        journal.damage = damage;
        return journal;
    }

    /** Why nothing can be appended, where the journal is damaged. */
    public Optional<JournalDamagedException> damage() {
        return damage;
    }

    /** Appends one line and forces it to the disk; listeners hear of it before the next append. */
    public JournalLine append(JournalEntry entry) {
        return append(List.of(entry)).get(0);
    }

    /**
     * Appends lines that belong together and forces them at once. What other threads want to append meanwhile waits and
     * is forced together by the first of them: each force costs as much as all of them.
     */
    public List<JournalLine> append(List<? extends JournalEntry> entries) {
        Wanted wanted = new Wanted(List.copyOf(entries));
        waiting.add(wanted);
        synchronized (this) {
            if (!wanted.answered) {
                List<Wanted> together = new ArrayList<>();
                for (Wanted next = waiting.poll(); next != null; next = waiting.poll()) {
                    together.add(next);
                }
                appendTogether(together);
            }
        }
        return wanted.answer();
    }

    /** Lines that one thread wants to append; answered with them, or with why they could not be. */
    private static final class Wanted {
        private final List<JournalEntry> entries;
        private final List<JournalLine> lines = new ArrayList<>();
        private boolean answered;
        private @Nullable RuntimeException refusal;

        Wanted(List<JournalEntry> entries) {
            this.entries = entries;
        }

        List<JournalLine> answer() {
            if (refusal != null) {
                throw refusal;
            }
            if (!answered) {
                throw new IllegalStateException("Journal line was not written: the thread that wrote it broke off");
            }
            return lines;
        }
    }

    private void appendTogether(List<Wanted> together) {
        try {
            if (damage.isPresent()) {
                throw damage.get();
            }
            seal(together);
            together.forEach(wanted -> wanted.answered = true);
        } catch (IOException e) {
            refuse(together, new UncheckedIOException("Journal cannot be written: " + folder, e));
        } catch (RuntimeException e) {
            refuse(together, e);
        }
    }

    private static void refuse(List<Wanted> together, RuntimeException why) {
        for (Wanted wanted : together) {
            wanted.refusal = why;
            wanted.answered = true;
        }
    }

    private void seal(List<Wanted> together) throws IOException {
        Instant at = clock.instant();
        StringBuilder text = new StringBuilder();
        List<JournalLine> added = new ArrayList<>();
        Digest previous = last;
        for (Wanted wanted : together) {
            for (JournalEntry entry : wanted.entries) {
                long sequence = lines.size() + added.size() + 1L;
                String content = format.content(sequence, at, entry);
                previous = Digest.of(previous.hex() + content);
                text.append(format.seal(content, previous));
                JournalLine line = new JournalLine(sequence, at, previous, entry);
                added.add(line);
                wanted.lines.add(line);
            }
        }
        if (added.isEmpty()) {
            return;
        }
        String kind = added.get(0).entry().getClass().getSimpleName();
        write(fileOf(at), text.toString(), Path.of("journal", kind));
        added.forEach(this::accept);
        new JournalHead(lines.size(), previous).write(home);
        added.forEach(line -> listeners.forEach(listener -> listener.accept(line)));
    }

    /** What is done while nobody appends. */
    @FunctionalInterface
    public interface Alone<T> {
        T done() throws IOException;
    }

    /** Does something short while nobody appends: whether lines name a file cannot change meanwhile. */
    public synchronized <T> T alone(Alone<T> work) throws IOException {
        return work.done();
    }

    /** Every line so far, oldest first. */
    public synchronized List<JournalLine> lines() {
        return List.copyOf(lines);
    }

    /** Hands every line so far, and every later one, to the listener, in order and without gap. */
    public synchronized void follow(Consumer<JournalLine> listener) {
        lines.forEach(listener);
        listeners.add(listener);
    }

    @Override
    public void close() {
        listeners.clear();
    }

    private void accept(JournalLine line) {
        lines.add(line);
        last = line.hash();
    }

    private String fileOf(Instant at) {
        String today = LocalDate.ofInstant(at, ZoneOffset.UTC) + ".jsonl";
        return today.compareTo(lastFile) > 0 ? today : lastFile;
    }

    private void write(String file, String line, Path kind) throws IOException {
        if (stuck) {
            throw new IOException("前一行写到一半且无法收回；请检查磁盘后重启服务，重启时会自动复原");
        }
        Path path = folder.resolve(file);
        if (!file.equals(lastFile)) {
            createIfAbsent(path);
            DurableFiles.sync(folder);
        }
        // No channel: interrupting a thread would close it, and refuse what other threads had it write.
        try (RandomAccessFile open = new RandomAccessFile(path.toFile(), "rw")) {
            append(open, line.getBytes(StandardCharsets.UTF_8), kind);
        }
        lastFile = file;
    }

    private static void createIfAbsent(Path path) throws IOException {
        if (!Files.exists(path)) {
            Files.createFile(path);
        }
    }

    /** A line that could not be written whole is taken back, so that the next one does not follow half a line. */
    private void append(RandomAccessFile file, byte[] line, Path kind) throws IOException {
        long before = file.length();
        try {
            CommitSteps.at("line", kind);
            file.seek(before);
            file.write(line);
            CommitSteps.at("written", kind);
            file.getFD().sync();
        } catch (IOException e) {
            stuck = true;
            file.setLength(before);
            stuck = false;
            throw e;
        }
        CommitSteps.at("forced", kind);
    }

    private void read() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(path -> path.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
        for (int i = 0; i < files.size(); i++) {
            read(files.get(i), i == files.size() - 1);
            lastFile = files.get(i).getFileName().toString();
        }
    }

    private void read(Path file, boolean newest) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = lastLineEnd(bytes);
        List<String> whole =
                new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
        if (end < bytes.length && !newest) {
            throw new JournalDamagedException(file, whole.size() + 1, "最后一行不完整，但其后还有文件");
        } else if (end < bytes.length) {
            cut(file, end);
        }
        int number = 0;
        for (String line :
                new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList()) {
            number++;
            JournalLine read = format.read(file, number, line, last);
            if (read.sequence() != lines.size() + 1L) {
                throw new JournalDamagedException(file, number, "序号应为 " + (lines.size() + 1L));
            }
            accept(read);
        }
    }

    /** Looked for in bytes: a crash may have torn a character as well as a line. */
    private static int lastLineEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    static void cut(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
            channel.force(true);
        }
    }
}
