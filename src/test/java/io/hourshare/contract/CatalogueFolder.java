package io.hourshare.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

    /** Problems of the feed's own files, as printed. */
    List<String> problems() {
        return read().problems().stream()
                .filter(problem -> problem.file().contains("human-resources"))
                .map(CatalogueProblem::toString)
                .toList();
    }
}
