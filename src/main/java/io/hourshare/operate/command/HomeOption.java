package io.hourshare.operate.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the data lie, which catalogue describes them, and how to answer. */
final class HomeOption {

    @Option(
            names = {"--home", "--hourshare.home"},
            description = "数据目录，默认 ./data",
            defaultValue = "./data")
    Path home = Path.of("./data");

    @Option(
            names = {"--catalogue", "--hourshare.catalogue"},
            description = "目录（routes/jobs/schemas），默认用内置目录")
    @Nullable
    Path catalogue;

    @Option(names = "--json", description = "以 JSON 输出")
    boolean json;
}
