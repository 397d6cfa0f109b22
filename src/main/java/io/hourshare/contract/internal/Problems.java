package io.hourshare.contract.internal;

import io.hourshare.contract.CatalogueProblem;
import io.hourshare.contract.CatalogueProblem.Severity;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Collects every problem of a catalogue, so that all of them are reported at once. */
final class Problems {

    private final TreeSet<CatalogueProblem> found = new TreeSet<>();

    void error(String file, Place place, String code, String cause, String remedy) {
        add(Severity.ERROR, file, place, code, cause, remedy);
    }

    void error(YamlNode at, String code, String cause, String remedy) {
        error(at.file().path(), at.place(), code, cause, remedy);
    }

    /** Where the key, not the value, is what is wrong. */
    void keyError(YamlNode at, String code, String cause, String remedy) {
        error(at.file().path(), at.key(), code, cause, remedy);
    }

    void warning(YamlNode at, String code, String cause, String remedy) {
        add(Severity.WARNING, at.file().path(), at.place(), code, cause, remedy);
    }

    void keyWarning(YamlNode at, String code, String cause, String remedy) {
        Place place = at.key();
        add(Severity.WARNING, at.file().path(), place, code, cause, remedy);
    }

    boolean brokenIn(Collection<String> files) {
        return found.stream()
                .anyMatch(problem -> problem.severity() == Severity.ERROR && files.contains(problem.file()));
    }

    List<CatalogueProblem> list() {
        return List.copyOf(found);
    }

    private void add(Severity severity, String file, Place place, String code, String cause, String remedy) {
        found.add(new CatalogueProblem(severity, file, place.line(), place.column(), code, cause + "。", remedy + "。"));
    }
}
