package io.hourshare.store;

import io.hourshare.kernel.Digest;
import io.hourshare.store.JournalFormat.Sealed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The journal as its files have it, whole or not: reading changes nothing, needs no lock and goes on after damage.
 *
 * @param lines every line that follows the one before it, with its place: what does not is not to be believed
 * @param damages where the chain does not hold, in order
 * @param torn whether the newest file ends within a line, as a crash or a writer at work leaves it
 * @param head how far the journal once was, where that is noted
 * @param unknown the first line that holds in the chain and is of a kind that only a later version knows
 */
public record JournalReading(
        List<Placed> lines, List<Damage> damages, boolean torn, Optional<JournalHead> head, Optional<Unknown> unknown) {

    public JournalReading {
        lines = List.copyOf(lines);
        damages = List.copyOf(damages);
    }

    /** A line and where it stands. */
    public record Placed(String file, int number, JournalLine line) {}

    /** A line of a later version. */
    public record Unknown(String file, int number, String type) {}

    /** A place where the chain does not hold; {@code file} is a path below the data root. */
    public record Damage(String file, int number, String expected, String found) {}

    /** Reads {@code journal/} below the data root. */
    public static JournalReading read(Path home) throws IOException {
        Path folder = home.resolve("journal");
        Optional<JournalHead> head = JournalHead.read(home); // first: lines that come meanwhile only lengthen the rest
        Reader reader = new Reader();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(path -> path.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
        for (int i = 0; i < files.size(); i++) {
            reader.read(files.get(i), i == files.size() - 1);
        }
        head.ifPresent(reader::compare);
        return new JournalReading(reader.lines, reader.damages, reader.torn, head, reader.unknown);
    }

    /** The entries with their sequence and time, for folding. */
    public List<JournalLine> chain() {
        return lines.stream().map(Placed::line).toList();
    }

    /** Follows the chain by the hashes that the lines state, so that one bad line is one damage. */
    private static final class Reader {

        private final JournalFormat format = new JournalFormat();
        private final List<Placed> lines = new ArrayList<>();
        private final List<Damage> damages = new ArrayList<>();
        private Digest previous = Journal.ORIGIN;
        private long sequence;
        private String newestFile = "journal/";
        private int newestNumber;
        private boolean torn;
        private Optional<Unknown> unknown = Optional.empty();

        void read(Path path, boolean newest) throws IOException {
            String file = "journal/" + path.getFileName();
            newestFile = file;
            newestNumber = 0;
            byte[] bytes = Files.readAllBytes(path);
            int number = 0;
            for (int from = 0; from < bytes.length; ) {
                int end = from;
                while (end < bytes.length && bytes[end] != '\n') {
                    end++;
                }
                number++;
                if (end < bytes.length) {
                    line(file, number, new String(bytes, from, end - from, StandardCharsets.UTF_8));
                } else if (newest) {
                    torn = true;
                } else {
                    damages.add(new Damage(file, number, "完整的一行", "最后一行不完整，但其后还有文件"));
                }
                from = end + 1;
            }
        }

        private void line(String file, int number, String text) {
            newestNumber = number;
            Sealed sealed = format.unseal(text);
            JournalLine line = sealed == null ? null : parsed(file, number, sealed);
            if (sealed == null || line == null) {
                damages.add(new Damage(file, number, "序号 " + (sequence + 1) + " 的日志行", "无法解析的内容"));
                return;
            }
            boolean follows = sealed.follows(previous);
            if (!follows) {
                damages.add(new Damage(
                        file,
                        number,
                        "接在 " + previous.short8() + " 之后、序号 " + (sequence + 1),
                        "序号 " + line.sequence() + "，内容与校验链不符（被改动、删除、插入或调换过）"));
            } else if (line.sequence() != sequence + 1) {
                damages.add(new Damage(file, number, "序号 " + (sequence + 1), "序号 " + line.sequence()));
            }
            previous = sealed.hash();
            sequence = line.sequence();
            if (follows) {
                lines.add(new Placed(file, number, line));
            }
        }

        private @Nullable JournalLine parsed(String file, int number, Sealed sealed) {
            try {
                return format.line(sealed);
            } catch (UnknownEntryException newer) {
                if (sealed.follows(previous) && unknown.isEmpty()) {
                    unknown = Optional.of(new Unknown(file, number, String.valueOf(newer.getMessage())));
                }
                return null;
            } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException unreadable) {
                return null;
            }
        }

        void compare(JournalHead head) {
            Optional<Placed> same = lines.stream()
                    .filter(placed -> placed.line().sequence() == head.sequence())
                    .findFirst();
            if (same.isEmpty() && sequence < head.sequence()) {
                damages.add(new Damage(
                        newestFile, newestNumber + 1, "日志至少到序号 " + head.sequence(), "只到序号 " + sequence + "（末尾被截去）"));
            } else if (same.isPresent() && !same.get().line().hash().equals(head.hash())) {
                damages.add(new Damage(
                        same.get().file(),
                        same.get().number(),
                        "校验值 " + head.hash().short8(),
                        same.get().line().hash().short8() + "（自此行起整体重写过）"));
            }
        }
    }
}
