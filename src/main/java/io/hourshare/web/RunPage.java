package io.hourshare.web;

import java.util.List;

/**
 * A run as its page shows it.
 *
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

    /** An action; {@code against} says why it is impossible now, and is empty where it is possible. */
    public record Button(String word, String label, String explanation, String against) {}
}
