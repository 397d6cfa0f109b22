package io.hourshare.engine;

import org.jspecify.annotations.Nullable;

/** A rule written once in Java and called from SQL: text in, text out; a null argument reaches it as null. */
public interface ScalarRule {

    /** Name of the SQL function. */
    String name();

    int parameters();

    @Nullable
    String apply(@Nullable String[] arguments);
}
