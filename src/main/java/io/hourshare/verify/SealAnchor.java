package io.hourshare.verify;

import io.hourshare.store.JournalFact.HourSealed;
import io.hourshare.store.JournalFact.JournalCut;
import io.hourshare.store.JournalLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The file that has each hour's seal once more, on another machine at best: it knows what an older backup does not. */
public final class SealAnchor {

    private static final Pattern LINE = Pattern.compile("\\{\"hour\":\"([^\"]+)\",\"first\":\\d+,\"last\":(\\d{1,15}),"
            + "\"root\":\"([0-9a-f]{64})\"(?:,\"snapshot\":(\\d{1,15}))?}");

    private SealAnchor() {}

    /**
     * A seal as the anchor has it.
     *
     * @param last newest of the sealed lines
     * @param snapshot highest number given by then; 0 where an earlier release left it out
     */
    public record Anchored(String hour, long last, String root, long snapshot) {

        public boolean names(HourSealed seal) {
            return last == seal.last() && root.equals(seal.root().hex());
        }

        private String seal() {
            return last + " " + root;
        }
    }

    /**
     * What the file says at one moment: the service may add to it meanwhile.
     *
     * @param seals in their order
     * @param others whole lines that are no seal
     */
    public record Content(boolean isEmpty, List<Anchored> seals, long others) {

        public Content {
            seals = List.copyOf(seals);
        }
    }

    /** A line that is not whole is being written, or was when the process ended. */
    public static Content read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new Content(true, List.of(), 0);
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        List<String> whole =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        List<Anchored> seals = whole.stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(SealAnchor::anchored)
                .toList();
        return new Content(text.isEmpty(), seals, whole.size() - seals.size());
    }

    private static Anchored anchored(Matcher line) {
        String snapshot = line.group(4);
        return new Anchored(
                line.group(1),
                Long.parseLong(line.group(2)),
                line.group(3),
                snapshot == null ? 0 : Long.parseLong(snapshot));
    }

    static String line(HourSealed seal, long snapshot) {
        return "{\"hour\":\"" + seal.hour() + "\",\"first\":" + seal.first() + ",\"last\":" + seal.last()
                + ",\"root\":\"" + seal.root().hex() + "\",\"snapshot\":" + snapshot + "}\n";
    }

    /**
     * Seals that the journal does not have: a seal is anchored after it is journalled, so the journal is an older one
     * than the anchor has seen. Those are left out of which the journal says so already; its line names the last of them.
     */
    public static List<Anchored> lost(List<Anchored> anchored, List<JournalLine> chain) {
        int told = chain.stream()
                .filter(line -> line.entry() instanceof JournalCut cut && cut.snapshot() != null)
                .map(line -> ((JournalCut) line.entry()).file())
                .mapToInt(place -> Integer.parseInt(place.substring(place.lastIndexOf(':') + 1)))
                .max()
                .orElse(0);
        Set<String> known = seals(chain);
        return anchored.stream()
                .skip(told)
                .filter(one -> !known.contains(one.seal()))
                .toList();
    }

    private static Set<String> seals(List<JournalLine> chain) {
        return chain.stream()
                .filter(line -> line.entry() instanceof HourSealed)
                .map(line -> (HourSealed) line.entry())
                .map(seal -> seal.last() + " " + seal.root().hex())
                .collect(Collectors.toSet());
    }
}
