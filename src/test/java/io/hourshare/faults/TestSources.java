package io.hourshare.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tests that there are, as written. */
record TestSources(Map<String, String> byClass) {

    static TestSources read() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            return new TestSources(files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            TestSources::text,
                            (one, other) -> one + other)));
        }
    }

    boolean has(String type, String method) {
        return byClass.getOrDefault(type, "").contains("void " + method + "(");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
