package io.hourshare.operate;

import io.hourshare.operate.command.HourshareCommand;
import io.hourshare.operate.command.desk.Launch;
import java.util.Arrays;

/** The command line, for the application's main class. */
public final class Commands {

    private Commands() {}

    /**
     * Runs the command that the first word names with the rest as its options.
     *
     * @return exit status; 0 also where a server was started and lives on
     */
    public static int execute(Class<?> application, String... words) {
        String[] options = Arrays.copyOfRange(words, 1, words.length);
        return HourshareCommand.execute(new Launch(application, options), words);
    }
}
