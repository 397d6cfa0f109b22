package io.hourshare.land;

import io.hourshare.kernel.FeedId;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of an encrypted landed file, {@code rows.jsonl.20261122.sealed}: it says which day's key opens it, so that a
 * copy of the data root can be read with the keys alone.
 */
final class SealedName {

    static final String ENDING = ".sealed";

    private static final Pattern SEALED = Pattern.compile("(.+)\\.(\\d{8})\\.sealed");
    private static final Pattern PATH = Pattern.compile("landing/([^/]+)/(?:.+/)" + SEALED.pattern());

    private SealedName() {}

    static String of(String name, LocalDate day) {
        return name + "." + DateTimeFormatter.BASIC_ISO_DATE.format(day) + ENDING;
    }

    /** The name without day and ending, where it has them. */
    static String plain(String name) {
        Matcher sealed = SEALED.matcher(name);
        return sealed.matches() ? sealed.group(1) : name;
    }

    /** The key that opens the landed file with this path; empty where it is kept as it came. */
    static Optional<KeyName> key(String path) {
        Matcher sealed = PATH.matcher(path);
        return sealed.matches()
                ? Optional.of(new KeyName(
                        FeedId.parse(sealed.group(1)),
                        LocalDate.parse(sealed.group(3), DateTimeFormatter.BASIC_ISO_DATE)))
                : Optional.empty();
    }
}
