package io.hourshare.contract;

import java.util.List;

/**
 * What reading a catalogue gave: everything sound in it, and every mistake found.
 *
 * @param problems in the order of files and lines
 */
public record CatalogueReading(Catalogue catalogue, List<CatalogueProblem> problems) {

    public CatalogueReading {
        problems = List.copyOf(problems);
    }

    /** True where nothing was left out. */
    public boolean sound() {
        return problems.stream().noneMatch(problem -> problem.severity() == CatalogueProblem.Severity.ERROR);
    }
}
