package io.hourshare.operate.command.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the data lie, which catalogue describes them, and how to answer. */
public final class HomeOption {

    @Option(
            names = {"--home", "--hourshare.home"},
            description = "数据目录，默认 ./data",
            defaultValue = "./data")
    private Path home = Path.of("./data");

    @Option(
            names = {"--catalogue", "--hourshare.catalogue"},
            description = "目录（routes/jobs/schemas），默认用内置目录")
    private @Nullable Path catalogue;

    @Option(names = "--json", description = "以 JSON 输出")
    private boolean json;

    public Path home() {
        return home;
    }

    /** A command that only looks must not make a data root. */
    public Path existing() {
        if (!Files.isDirectory(home.resolve("journal"))) {
            throw new IllegalArgumentException("数据目录 " + home + " 不存在或为空；请用 --home 指明，或先启动服务");
        }
        return home;
    }

    public @Nullable Path catalogue() {
        return catalogue;
    }

    public boolean json() {
        return json;
    }
}
