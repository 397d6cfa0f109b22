package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.kernel.Digest;
import io.hourshare.publish.Snapshot;
import io.hourshare.store.NewerJournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** A data root of another version: an older one is gone on with, a newer one is left exactly as it is. */
@Tag("F12")
class OldDataTest {

    @TempDir
    private Path folder;

    @Test
    void aJournalThatALaterVersionWroteOnIsRefusedAndLeftAsItIs() throws Exception {
        Path home = new TownCopies(folder, 1, 8).copy();
        Rechained.edit(home, lines -> {
            ObjectNode added = lines.get(0).deepCopy();
            added.put("type", "DecisionOfTomorrow");
            lines.add(added);
        });
        Map<String, Digest> before = files(home);

        try (ThinTown town = new ThinTown(home, 8)) {
            assertThatThrownBy(town::journal)
                    .rootCause()
                    .isInstanceOf(NewerJournalException.class)
                    .hasMessageContainingAll(".jsonl:", "DecisionOfTomorrow", "备份");
        }
        assertThat(files(home)).isEqualTo(before);
    }

    /** Lines as the first versions wrote them: without what was added to them since. */
    @Test
    void aJournalOfTheFirstVersionsIsGoneOnWith() throws Exception {
        Path home = new TownCopies(folder, 1, 8).copy();
        Rechained.edit(
                home,
                lines -> lines.forEach(line -> {
                    ObjectNode entry = Rechained.entry(line);
                    entry.remove(List.of("stored", "mends"));
                    if (entry.path("counts").has("novelty")) {
                        ((ObjectNode) entry.path("counts")).remove(List.of("novelty", "unframeable"));
                    }
                }));

        try (ThinTown town = new ThinTown(home, 8)) {
            assertThat(town.snapshots().current().map(Snapshot::sequence)).contains(1L);
            town.hour(1);
            assertThat(town.snapshots().current().map(Snapshot::sequence)).contains(2L);
        }
        assertThat(TownCopies.verify(home, Level.QUICK).findings())
                .noneMatch(finding -> finding.severity() == Finding.Severity.BROKEN);
    }

    private static Map<String, Digest> files(Path home) throws IOException {
        Map<String, Digest> files = new TreeMap<>();
        for (Path file : TownCopies.files(home, "")) {
            if (!file.endsWith("lock")) {
                files.put(
                        home.relativize(file).toString(),
                        Digest.of(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)));
            }
        }
        return files;
    }
}
