package io.hourshare.operate.command.feed;

import io.hourshare.contract.CatalogueProblem;
import io.hourshare.contract.CatalogueReading;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.operate.command.desk.Catalogues;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.SpillFolder;
import io.hourshare.operate.command.terminal.Terminal;
import io.hourshare.quality.RuleTrial;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

/** Checks routes, jobs and schemas as a whole and names every mistake with file, line and column. */
@Command(name = "validate", description = "检查 routes/、jobs/、schemas/：逐条给出 文件:行:列、原因与改法")
public final class ValidateCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private final HomeOption option = new HomeOption();

    @Override
    public Integer call() throws IOException {
        CatalogueReading reading = withRules(Catalogues.reading(option));
        List<CatalogueProblem> problems = reading.problems();
        Terminal.print(option.json() ? JSON.writeValueAsString(problems) : text(reading));
        return problems.isEmpty() ? ExitCode.OK : reading.sound() ? ExitCode.WARNING : ExitCode.WRONG;
    }

    /** What only a database can tell: whether the quality rules' SQL names what is there. */
    private static CatalogueReading withRules(CatalogueReading reading) throws IOException {
        try (SpillFolder spill = SpillFolder.of("validate")) {
            Engine engine = new Engine(new EngineSettings("256MB", 1), spill.path());
            TreeSet<CatalogueProblem> all = new TreeSet<>(reading.problems());
            all.addAll(RuleTrial.problems(reading.catalogue(), engine));
            return new CatalogueReading(reading.catalogue(), reading.documents(), List.copyOf(all));
        }
    }

    private static String text(CatalogueReading reading) {
        StringBuilder text = new StringBuilder();
        reading.problems().forEach(problem -> text.append(problem).append('\n'));
        return text.append("数据源 ")
                .append(reading.catalogue().feeds().size())
                .append(" 个可用，问题 ")
                .append(reading.problems().size())
                .append(" 处\n")
                .toString();
    }
}
