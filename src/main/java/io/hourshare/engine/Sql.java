package io.hourshare.engine;

/** Quoting of names and texts that cannot be bound as parameters. */
public final class Sql {

    private Sql() {}

    public static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    public static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
