package io.hourshare.operate.command.terminal;

/** What a command's exit status says; the same for every command. */
public final class ExitCode {

    /** Done, and nothing to worry about. */
    public static final int OK = 0;

    /** Done, but something is late, held, failed or does not balance. */
    public static final int WARNING = 1;

    /** The request or the files it names are wrong. */
    public static final int WRONG = 2;

    /** It could not be found out or done: no server, no access, data root in use. */
    public static final int COULD_NOT = 3;

    private ExitCode() {}
}
