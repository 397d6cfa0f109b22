package io.hourshare.contract;

import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.quality.RuleTrial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A catalogue folder laid over the embedded one, with the three files of one feed in it. */
final class CatalogueFolder {

    static final String ROUTE = "routes/human-resources/insured-headcount.camel.yaml";
    static final String CONTRACT = "schemas/human-resources/insured-headcount.odcs.yaml";
    static final String JOB = "jobs/human-resources/insured-headcount.yaml";

    private final Path folder;

    CatalogueFolder(Path folder) {
        this.folder = folder;
    }

    /** The human resources department, with as few keys as can be. */
    static CatalogueFolder humanResources(Path folder) {
        return new CatalogueFolder(folder)
                .write(ROUTE, """
                        - templatedRoute:
                            routeTemplateRef: http-paged-json
                            routeId: human-resources.insured-headcount
                            parameters:
                              - name: url
                                value: "{{hourshare.sources.human-resources.url}}/headcount"
                        """)
                .write(CONTRACT, """
                        apiVersion: v3.1.0
                        kind: DataContract
                        id: human-resources.insured-headcount
                        name: 参保人数
                        version: 1.0.0
                        status: active
                        schema:
                          - name: insured_headcount
                            description: one row per enterprise and month
                            properties:
                              - { name: TYSHXYDM, businessName: 统一社会信用代码, logicalType: string, required: true, primaryKey: true }
                              - { name: CBRS, businessName: 参保人数, logicalType: integer, required: true, logicalTypeOptions: { minimum: 0 } }
                        slaProperties:
                          - { property: latency, value: 1, unit: h }
                        """)
                .write(JOB, """
                        feed: human-resources.insured-headcount
                        into: enterprise
                        map:
                          uscc:              { from: TYSHXYDM, as: uscc }
                          insured_headcount: { from: CBRS, as: integer }
                        """);
    }

    CatalogueFolder write(String path, String text) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Puts a mistake into a file. */
    CatalogueFolder replace(String path, String sound, String mistaken) {
        try {
            String text = Files.readString(folder.resolve(path));
            if (!text.contains(sound)) {
                throw new IllegalArgumentException(path + " has no " + sound);
            }
            return write(path, text.replace(sound, mistaken));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CatalogueReading read() {
        return CatalogueReader.read(CatalogueSource.directory(folder));
    }

    /** Does to the folder what a shell would: mv, cp, rm, and writing a file in GBK. */
    CatalogueFolder shell(String commands) {
        try {
            for (String command : commands.lines().toList()) {
                List<String> words = List.of(command.split(" +"));
                Path last = folder.resolve(words.get(words.size() - 1));
                Path first = folder.resolve(words.get(1));
                switch (words.get(0)) {
                    case "mv" -> Files.move(first, last);
                    case "cp" -> Files.copy(first, last);
                    case "rm" -> Files.delete(last);
                    case "truncate" -> Files.writeString(last, "");
                    case "iconv" -> Files.write(last, Files.readString(last).getBytes(Charset.forName("GBK")));
                    default -> throw new IllegalArgumentException(command);
                }
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Problems of the feed's own files, as printed. */
    List<String> problems() {
        return problems(CONTRACT);
    }

    /** Problems of the feed's own files and of one more, as printed by {@code validate}. */
    List<String> problems(String file) {
        CatalogueReading reading = read();
        Engine engine = new Engine(new EngineSettings("256MB", 1), folder.resolve("spill"));
        return Stream.concat(reading.problems().stream(), RuleTrial.problems(reading.catalogue(), engine).stream())
                .filter(problem -> problem.file().contains("human-resources")
                        || problem.file().equals(file))
                .map(CatalogueProblem::toString)
                .toList();
    }
}
