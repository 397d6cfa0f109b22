package io.hourshare.normalize.convert;

/** A named rule of the {@code as:} kind; never throws on bad data, and the same text always gives the same result. */
@FunctionalInterface
public interface Rule {

    /** @param text as it came, not empty */
    Converted convert(String text, Neighbours neighbours);
}
