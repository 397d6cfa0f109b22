package io.hourshare.operate.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.Hourshare;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import io.hourshare.operate.command.desk.Launch;
import io.hourshare.operate.command.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Somebody with nothing but a sample and the command line. */
record Newcomer(Path folder) {

    private static final Map<String, String> TEMPLATES =
            Map.of("url=", "http-paged-json", "table=", "jdbc-view", "host=", "sftp-csv", "operation=", "soap-xml");

    /** By the template that the first of the parameters tells; tried, nothing of the sample is set aside. */
    void connected(String id, Path sample, String... parameters) {
        String template = TEMPLATES.entrySet().stream()
                .filter(one -> parameters[0].startsWith(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("xlsx-drop");
        List<String> words =
                new ArrayList<>(List.of("feed", "new", "--id", id, "--sample", sample.toString(), "--via", template));
        for (String parameter : parameters) {
            words.addAll(List.of("--set", parameter));
        }
        assertThat(hourshare(words.toArray(String[]::new))).isEqualTo(ExitCode.OK);
        assertThat(hourshare("feed", "try", "--id", id, "--sample", sample.toString()))
                .isEqualTo(ExitCode.OK);
    }

    int hourshare(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--catalogue", folder.resolve("catalogue").toString()));
        all.addAll(List.of("--home", folder.resolve("data").toString()));
        return HourshareCommand.execute(new Launch(Hourshare.class), all.toArray(String[]::new));
    }

    Optional<String> published(String sql) throws IOException {
        try (Stream<Path> snapshots = Files.list(folder.resolve("data/snapshots"))) {
            Path analyst = snapshots
                    .map(path -> path.resolve("analyst.duckdb"))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow();
            try (Session session = new Engine(new EngineSettings("256MB", 1), folder).openReadOnly(analyst)) {
                return session.query(sql, row -> row.getString(1)).stream().findFirst();
            }
        }
    }
}
