package io.hourshare.operate.command.terminal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The one place that writes to the terminal, in UTF-8 whatever the locale. */
public final class Terminal {

    private static final PrintStream OUT =
            new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    private static final PrintStream BESIDE =
            new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);

    private Terminal() {}

    public static void print(String text) {
        OUT.print(text.endsWith("\n") ? text : text + "\n");
        OUT.flush();
    }

    /** Says what is no part of the answer: programs that read the answer do not see it. */
    public static void note(String text) {
        BESIDE.println(text);
    }
}
