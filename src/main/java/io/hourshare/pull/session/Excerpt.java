package io.hourshare.pull.session;

import io.hourshare.land.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The beginning of what came instead of data, short, on one line, long numbers masked. */
public final class Excerpt {

    private static final int LONGEST = 200;

    private Excerpt() {}

    public static String of(Content page) throws IOException {
        try (InputStream in = page.stream()) {
            return of(in);
        }
    }

    public static String of(InputStream in) throws IOException {
        return masked(new String(in.readNBytes(4 * LONGEST), StandardCharsets.UTF_8));
    }

    public static String masked(String text) {
        String line =
                text.replaceAll("\\s+", " ").replaceAll("[0-9]{5,}", "***").strip();
        return line.substring(0, Math.min(line.length(), LONGEST));
    }

    public static String line(String message) {
        return masked(message.lines().findFirst().orElse(""));
    }
}
