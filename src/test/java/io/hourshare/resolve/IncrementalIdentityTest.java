package io.hourshare.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.engine.EngineSettings;
import io.hourshare.resolve.evaluate.Evaluation;
import io.hourshare.resolve.world.CountryWorld;
import io.hourshare.resolve.world.LabelledWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However records come, in whatever order and batches, the result is that of all of them at once. */
class IncrementalIdentityTest {

    private static final Catalogue CATALOGUE =
            CatalogueReader.read(CatalogueSource.directory(Path.of("."))).catalogue();

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void updatesLeadWhereAFullRunLeads(long seed) throws IOException {
        Path whole = home.resolve("whole");
        CountryWorld.write(seed, 250, whole, home.resolve("truth.csv"));
        Path base = Files.createDirectories(home.resolve("base"));
        Path updates = home.resolve("updates.csv");
        part(whole, base, updates, new Random(seed));

        Path after = home.resolve("after");
        run(base, after, updates);
        run(whole, home.resolve("full"), null);

        assertThat(partition(after.resolve("clusters_after.csv")))
                .as("seed %s", seed)
                .isEqualTo(partition(home.resolve("full/clusters.csv")));
    }

    @Test
    void hoursLeadWhereAFullRunLeads() throws IOException {
        long seed = 13;
        Path whole = home.resolve("whole");
        CountryWorld.write(seed, 150, whole, home.resolve("truth.csv"));
        List<String[]> records = new ArrayList<>();
        for (String department : List.of("market", "tax", "housing")) {
            for (String line : Files.readAllLines(whole.resolve(department + ".csv"))) {
                records.add((department + "," + line).split(",", -1));
            }
        }
        records.removeIf(record -> record.length != 13 || record[1].equals("record_id"));
        Collections.shuffle(records, new Random(seed));

        Map<String, String> byHour = new TreeMap<>();
        try (IdentityTown town = new IdentityTown(home.resolve("hourly"))) {
            for (int i = 0; i < records.size(); i++) {
                tell(town, records.get(i));
                if (i % (records.size() / 3 + 1) == records.size() / 3) {
                    town.resolve();
                    town.nextHour();
                }
            }
            byHour.putAll(town.resolve());
        }
        try (IdentityTown town = new IdentityTown(home.resolve("atOnce"))) {
            Collections.shuffle(records, new Random(seed + 1));
            records.forEach(record -> tell(town, record));
            assertThat(town.resolve()).isEqualTo(byHour);
        }
    }

    private static void tell(IdentityTown town, String[] record) {
        String feed = record[0].equals("market") ? IdentityTown.REGISTER : record[0] + ".records";
        town.record(
                feed,
                record[1],
                "ent_name",
                record[2],
                "former_names",
                record[3],
                "uscc",
                record[4],
                "org_code",
                record[5],
                "reg_no",
                record[6],
                "taxpayer_id",
                record[7],
                "address",
                record[8],
                "region_code",
                record[9],
                "legal_rep",
                record[10]);
    }

    /** Some rows come later, and some of those that were there are told anew. */
    private static void part(Path whole, Path base, Path updates, Random random) throws IOException {
        List<String> later = new ArrayList<>(List.of("department," + LabelledWorld.COLUMNS));
        for (Path file : Files.list(whole).sorted().toList()) {
            String department = file.getFileName().toString().replace(".csv", "");
            List<String> lines = Files.readAllLines(file);
            List<String> now = new ArrayList<>(List.of(lines.get(0)));
            for (String line : lines.subList(1, lines.size())) {
                int lot = random.nextInt(10);
                if (lot < 8) {
                    now.add(line);
                } else {
                    later.add(department + "," + line);
                }
                if (lot == 9) {
                    now.add(line.substring(0, line.indexOf(',')) + ",平湖市别的什么有限公司,,,,,,,,,,");
                }
            }
            Collections.shuffle(now.subList(1, now.size()), random);
            Files.write(base.resolve(file.getFileName()), now);
        }
        Files.write(updates, later);
    }

    private static void run(Path records, Path out, Path updates) {
        new Evaluation(CATALOGUE)
                .run(new Evaluation.Request(records, out, null, updates, null), new EngineSettings("1GB", 2));
    }

    private static Set<Set<String>> partition(Path clusters) throws IOException {
        Map<String, Set<String>> byId = new TreeMap<>();
        for (String line : Files.readAllLines(clusters)) {
            String[] parts = line.split(",");
            byId.computeIfAbsent(parts[2], absent -> new TreeSet<>()).add(parts[0] + "/" + parts[1]);
        }
        byId.remove("cluster_id");
        return new HashSet<>(byId.values());
    }
}
