package io.hourshare.normalize;

import io.hourshare.engine.Sql;
import io.hourshare.store.DataRoot;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Names files below the data root in SQL. */
final class SqlFiles {

    private SqlFiles() {}

    /** A list literal of the files' paths. */
    static String list(DataRoot root, List<String> files) {
        return files.stream()
                .map(root::resolve)
                .map(Path::toString)
                .map(Sql::literal)
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
