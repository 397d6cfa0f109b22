package io.hourshare.operate.command;

/** What a command's exit status says; the same for every command. */
final class ExitCode {

    /** Done, and nothing to worry about. */
    static final int OK = 0;

    /** Done, but something is late, held, failed or does not balance. */
    static final int WARNING = 1;

    /** The request or the files it names are wrong. */
    static final int WRONG = 2;

    /** It could not be found out or done: no server, no access, data root in use. */
    static final int COULD_NOT = 3;

    private ExitCode() {}
}
