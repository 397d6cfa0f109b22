package io.hourshare;

import io.hourshare.operate.Commands;
import io.hourshare.operate.hour.HourClock;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The application and its command line. */
@SpringBootApplication
public class Hourshare {

    /** Commands that live on after they have started. */
    private static final Set<String> LIVING = Set.of("serve", "start", "demo");

    /** Words and options as {@code --help} lists them; without a word, {@code -Dhourshare.command} or {@code serve}. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT); // names and lines of files never vary by machine
        String[] words = worded(arguments) ? arguments : withDefaultWord(arguments);
        int exit = Commands.execute(Hourshare.class, words);
        if (exit != 0 || !LIVING.contains(words[0])) {
            System.exit(exit);
        }
    }

    private static boolean worded(String[] arguments) {
        return arguments.length > 0
                && (!arguments[0].startsWith("-")
                        || Set.of("-h", "--help", "-V", "--version").contains(arguments[0]));
    }

    private static String[] withDefaultWord(String[] options) {
        String[] words = new String[options.length + 1];
        words[0] = System.getProperty("hourshare.command", "serve");
        System.arraycopy(options, 0, words, 1, options.length);
        return words;
    }

    @Bean
    Clock clock(Environment environment) {
        return HourClock.of(environment);
    }
}
