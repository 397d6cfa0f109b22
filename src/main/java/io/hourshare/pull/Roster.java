package io.hourshare.pull;

import java.util.List;

/** Whom roster-driven routes ask about. */
@FunctionalInterface
public interface Roster {

    /** Unified codes of the park's enterprises, each once. */
    List<String> codes();
}
