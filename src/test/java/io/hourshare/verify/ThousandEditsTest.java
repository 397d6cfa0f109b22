package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.verify.evidence.EvidenceScope;
import io.hourshare.verify.law.Laws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A hand that flips, cuts, deletes, swaps, inserts and reorders in landing and chain, a thousand times. */
@Tag("F62")
class ThousandEditsTest {

    private static final long SEED = 20_261_122L;

    @TempDir
    static Path folder;

    private static Path home;
    private static Path bundle;
    private static List<Path> files;
    private static Verification verification;

    @BeforeAll
    static void work() throws IOException {
        home = new TownCopies(folder, 2, 8).original();
        bundle = folder.resolve("evidence.zip");
        IndependentChecker.export(home, bundle, EvidenceScope.whole());
        files = new ArrayList<>(TownCopies.files(home.resolve("landing"), ""));
        verification = new Verification(
                home,
                new Engine(new EngineSettings("256MB", 1), folder.resolve("spill")),
                Clock.systemUTC(),
                Laws.all(new Sources(
                                CatalogueReader.read(CatalogueSource.embedded()).catalogue(), null))
                        .stream()
                        .filter(law -> law.law() == Law.CHAIN || law.law() == Law.BYTES)
                        .toList());
    }

    @Test
    void everyEditIsFoundAndLocated() throws Exception {
        Random random = new Random(SEED);
        assertThat(verification.run(Level.FULL).exitCode()).isZero();
        for (int number = 0; number < 1_000; number++) {
            Edit edit = random.nextInt(3) == 0 ? landing(random) : chain(random);

            List<Finding> findings = verification.run(Level.FULL).findings();
            boolean judged = number % 100 == 0 && IndependentChecker.present();
            JsonNode said = judged ? IndependentChecker.judge(bundle, home, false) : null;
            edit.undo();

            assertThat(findings).as("seed %d, edit %d: %s", SEED, number, edit).anyMatch(edit::isLocatedBy);
            assertThat(judged ? Objects.requireNonNull(said).path("broken").valueStream() : edit.itself())
                    .as("the independent checker, edit %d: %s, %s", number, edit, said)
                    .anyMatch(one -> edit.isLocatedBy(
                            one.path("file").asString(), one.path("row").asLong()));
        }
    }

    /** What was done where, and how it is taken back. */
    private record Edit(String what, Path file, long row, List<Path> touched, List<byte[]> before) {

        boolean isLocatedBy(Finding finding) {
            return isLocatedBy(finding.file(), finding.row() == null ? 0 : finding.row());
        }

        boolean isLocatedBy(String path, long at) {
            return path.equals(home.relativize(file).toString()) && (row == 0 || at == row);
        }

        java.util.stream.Stream<JsonNode> itself() {
            return java.util.stream.Stream.of(tools.jackson.databind.json.JsonMapper.builder()
                    .build()
                    .createObjectNode()
                    .put("file", home.relativize(file).toString())
                    .put("row", row));
        }

        void undo() throws IOException {
            for (int i = 0; i < touched.size(); i++) {
                if (before.get(i) == null) {
                    Files.delete(touched.get(i));
                } else {
                    Files.write(touched.get(i), before.get(i));
                }
            }
        }
    }

    private static Edit landing(Random random) throws IOException {
        Path file = files.get(random.nextInt(files.size()));
        Path other = files.get(random.nextInt(files.size()));
        byte[] bytes = Files.readAllBytes(file);
        byte[] others = Files.readAllBytes(other);
        List<Path> touched = List.of(file, other);
        List<byte[]> before = List.of(bytes, others);
        switch (random.nextInt(5)) {
            case 0 -> {
                Files.write(file, flipped(bytes, random));
                return new Edit("flip", file, 0, touched, before);
            }
            case 1 -> {
                Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
                return new Edit("cut", file, 0, touched, before);
            }
            case 2 -> {
                Files.delete(file);
                return new Edit("delete", file, 0, touched, before);
            }
            case 3 -> {
                if (Arrays.equals(bytes, others)) {
                    return landing(random);
                }
                Files.write(file, others);
                Files.write(other, bytes);
                return new Edit("swap", file, 0, touched, before);
            }
            default -> {
                Path added = file.resolveSibling("added-" + random.nextInt(99));
                Files.write(added, others);
                return new Edit("insert", added, 0, List.of(added), Collections.singletonList(null));
            }
        }
    }

    private static Edit chain(Random random) throws IOException {
        Path file = TownCopies.journal(home);
        byte[] bytes = Files.readAllBytes(file);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        int at = random.nextInt(lines.size());
        int other = (at + 1 + random.nextInt(lines.size() - 1)) % lines.size();
        String what;
        int row = at + 1;
        switch (random.nextInt(6)) {
            case 0 -> {
                byte[] flipped = flipped(bytes, random);
                Files.write(file, flipped);
                int place = Arrays.mismatch(bytes, flipped);
                return new Edit("flip byte " + place, file, lineOf(bytes, place), List.of(file), List.of(bytes));
            }
            case 1 -> {
                int length = random.nextInt(bytes.length);
                Files.write(file, Arrays.copyOf(bytes, length));
                return new Edit("cut at " + length, file, lineOf(bytes, length), List.of(file), List.of(bytes));
            }
            case 2 -> {
                lines.remove(at);
                what = "delete line " + row;
            }
            case 3 -> {
                Collections.swap(lines, at, other);
                row = Math.min(at, other) + 1;
                what = "swap lines " + at + " and " + other;
            }
            case 4 -> {
                lines.add(at, lines.get(other));
                what = "insert before line " + row;
            }
            default -> {
                lines.add(other, lines.remove(at));
                row = Math.min(at, other) + 1;
                what = "move line " + at + " to " + other;
            }
        }
        Files.writeString(file, String.join("\n", lines) + "\n");
        return new Edit(what, file, row, List.of(file), List.of(bytes));
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private static long lineOf(byte[] bytes, int place) {
        long line = 1;
        for (int i = 0; i < place; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
