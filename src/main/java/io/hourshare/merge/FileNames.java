package io.hourshare.merge;

import io.hourshare.kernel.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the files of a merge are called: a table's by its name, what is said about tables by a name that none has. */
record FileNames(Collection<String> files) {

    static final String TOUCHED = "_touched";
    static final String MADE_OF = "_made-of";

    private static final String SINCE = "_since-";

    static FileNames of(Collection<String> files) {
        return new FileNames(files);
    }

    /** Of the list of those that differ from the merge of that digest. */
    static String since(Digest former) {
        return SINCE + former.hex();
    }

    /** Of each table the base comes before what lies over it. */
    Map<String, ProfileTable> tables() {
        Map<String, List<String>> byName = new TreeMap<>();
        files.stream()
                .filter(file -> !stem(file).startsWith("_"))
                .forEach(file -> byName.computeIfAbsent(stem(file), absent -> new ArrayList<>())
                        .add(file));
        return byName.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, named -> table(named.getValue())));
    }

    private ProfileTable table(List<String> layers) {
        return layers.size() == 1
                ? ProfileTable.whole(layers.get(0))
                : new ProfileTable(
                        layers.get(0),
                        new ProfileTable.Over(layers.get(1), named(TOUCHED).orElseThrow()));
    }

    @Nullable
    News news() {
        return files.stream()
                .filter(file -> stem(file).startsWith(SINCE))
                .findFirst()
                .map(file -> new News(new Digest(stem(file).substring(SINCE.length())), file))
                .orElse(null);
    }

    Optional<String> named(String stem) {
        return files.stream().filter(file -> stem(file).equals(stem)).findFirst();
    }

    private static String stem(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    }
}
