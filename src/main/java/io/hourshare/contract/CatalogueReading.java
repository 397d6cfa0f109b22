package io.hourshare.contract;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What reading a catalogue gave: everything sound in it, and every mistake found.
 *
 * @param documents sound files that a module of their own gives meaning to, by path: ledgers
 * @param problems in the order of files and lines
 */
public record CatalogueReading(Catalogue catalogue, Map<String, JsonNode> documents, List<CatalogueProblem> problems) {

    public CatalogueReading {
        documents = Map.copyOf(documents);
        problems = List.copyOf(problems);
    }

    /** True where nothing was left out. */
    public boolean sound() {
        return problems.stream().noneMatch(problem -> problem.severity() == CatalogueProblem.Severity.ERROR);
    }
}
