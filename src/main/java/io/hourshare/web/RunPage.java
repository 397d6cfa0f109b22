package io.hourshare.web;

import java.util.List;

/**
 * A run as its page shows it.
 *
 * @param took from its being asked for, or gone on with, to its end or to now
 * @param covered what its steps and waits account for, side by side counted once
 * @param open whether it may still change
 * @param live whether this process works on it
 * @param left slots that failed or were not begun
 */
public record RunPage(
        String id,
        String verb,
        String state,
        String look,
        String feeds,
        String hours,
        String actor,
        String reason,
        String requested,
        String ended,
        String took,
        String covered,
        String detail,
        boolean open,
        boolean live,
        List<Step> steps,
        List<String> left,
        List<Button> buttons) {

    /** One step with its time. */
    public record Step(
            String name,
            String slot,
            String state,
            String look,
            String started,
            String took,
            String counts,
            String detail) {}

    /**
     * An action.
     *
     * @param against why it is impossible now; empty where it is possible
     * @param previewed whether it touches slots, so that somebody may want to see which
     */
    public record Button(String word, String label, String explanation, String against, boolean previewed) {}
}
