package io.hourshare.web;

import java.util.List;

/**
 * Which page of one long list somebody has turned to; every other list shows its first.
 *
 * @param list name of the list; empty where nobody has turned anything
 * @param page counted from one
 */
record Turning(String list, int page) {

    private static final int LENGTH = 100;

    /** The part of a list that is shown, and where it lies; a page that is not there is the last one before. */
    public <T> Part<T> of(String name, List<T> all) {
        int last = Math.max(1, (all.size() + LENGTH - 1) / LENGTH);
        int number = name.equals(list) ? Math.min(Math.max(page, 1), last) : 1;
        return new Part<>(all.subList((number - 1) * LENGTH, Math.min(number * LENGTH, all.size())), number, last);
    }

    /** A page of a list. */
    record Part<T>(List<T> shown, int number, int last) {

        public boolean isWhole() {
            return last == 1;
        }
    }
}
