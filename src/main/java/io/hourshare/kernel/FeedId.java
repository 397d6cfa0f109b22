package io.hourshare.kernel;

import java.util.regex.Pattern;

/** Name of a feed, {@code department.feed}, for example {@code tax.registration}. */
public record FeedId(String department, String name) implements Comparable<FeedId> {

    private static final Pattern PART = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** People type feed ids, so this is told to them. */
    private static final String SPELLING = "数据源标识须写成 <部门>.<数据源>，用小写字母、数字和连字符，例如 tax.credit-rating；收到的是 ";

    public FeedId {
        if (!PART.matcher(department).matches() || !PART.matcher(name).matches()) {
            throw new IllegalArgumentException(SPELLING + department + "." + name);
        }
    }

    public static FeedId parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException(SPELLING + text);
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
