package io.hourshare.kernel;

import java.util.regex.Pattern;

/** Name of a feed, {@code department.feed}, for example {@code tax.registration}. */
public record FeedId(String department, String name) implements Comparable<FeedId> {

    private static final Pattern PART = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public FeedId {
        if (!PART.matcher(department).matches() || !PART.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Feed id must be <department>.<feed> in lower-kebab words: " + department + "." + name);
        }
    }

    public static FeedId parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("Feed id must be <department>.<feed>: " + text);
        }
        return new FeedId(text.substring(0, dot), text.substring(dot + 1));
    }

    @Override
    public int compareTo(FeedId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return department + "." + name;
    }
}
