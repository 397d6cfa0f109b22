package io.hourshare.resolve.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Reads the lists that stand beside this package's classes; lines that start with {@code #} are remarks. */
public final class WordList {

    private WordList() {}

    static List<String> lines(String file) {
        try (InputStream stream = Objects.requireNonNull(WordList.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Word list cannot be read: " + file, e);
        }
    }

    /** Words of a list, divided by blanks or lines. */
    public static List<String> words(String file) {
        return lines(file).stream()
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .distinct()
                .toList();
    }
}
