package io.hourshare.retire;

import io.hourshare.store.DataRoot;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.store.JournalLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Folders that hold one result of a stage each, as far as they may go: what the journal names, and what a crash left
 * before this process began. A result that is being written now is neither. Safe for use by many threads.
 */
final class ResultFolders {

    /** The memory of the resolution looks after itself. */
    private static final Pattern FOLDER = Pattern.compile(
            "(lake/(?:current/[^/]+|profile|identity|identity/history|identity/learnt)/(?!memory|history|learnt|\\.)[^/]+)(?:/.*)?");

    private final Set<String> left;
    private final Set<String> named = new HashSet<>();
    private final Set<String> before = new HashSet<>();
    private boolean begun;

    ResultFolders(DataRoot root) {
        this.left = onDisk(root);
        this.before.addAll(left);
    }

    synchronized void apply(JournalLine line) {
        if (line.entry() instanceof StageDone done) {
            for (String folder : of(done.files())) {
                left.remove(folder);
                // Most of what a long journal names is gone.
                if (begun || before.contains(folder)) {
                    named.add(folder);
                }
            }
        }
    }

    /** From now on everything that is named is on the disk. */
    synchronized void begin() {
        begun = true;
        before.clear();
    }

    /** Those that may go where nobody needs them, in their order. */
    synchronized List<String> all() {
        return Stream.concat(left.stream(), named.stream()).sorted().toList();
    }

    synchronized void forget(String folder) {
        left.remove(folder);
        named.remove(folder);
    }

    static Set<String> of(Collection<String> files) {
        return files.stream()
                .map(ResultFolders::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<String> of(String file) {
        Matcher matcher = FOLDER.matcher(file);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Set<String> onDisk(DataRoot root) {
        Path lake = root.resolve("lake");
        if (!Files.isDirectory(lake)) {
            return new TreeSet<>();
        }
        try {
            Set<String> found = new TreeSet<>();
            for (String area : List.of("profile", "identity", "identity/history", "identity/learnt", "current")) {
                for (String path : below(root, lake.resolve(area))) {
                    found.addAll(area.equals("current") ? below(root, root.resolve(path)) : List.of(path));
                }
            }
            return found.stream()
                    .filter(path -> of(path).filter(path::equals).isPresent())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException("数据目录读不出来，请检查权限：" + lake, e);
        }
    }

    private static List<String> below(DataRoot root, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(root::relativize).toList();
        }
    }
}
