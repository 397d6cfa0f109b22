package io.hourshare.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.resolve.model.ResolveModels;
import io.hourshare.resolve.model.ResolveRules;
import io.hourshare.resolve.world.CountryWorld;
import io.hourshare.store.JournalAct.IdentityDecided;
import io.hourshare.store.JournalAct.IdentityWithdrawn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An hour that builds on the hour before gives what a run over everything gives with the same learnt numbers. */
class HourEqualsFullRunTest {

    private static final String MEMORY = "lake/identity/memory";

    /** What evidence is made from: each is in the digest that kept evidence is looked up by, or is learnt. */
    private static final Set<String> SEEN_BY_EVIDENCE = new TreeSet<>(List.of(
            "anchored",
            "anchored_name",
            "brand_rarity",
            "compared_name",
            "evidence_input",
            "feed_habit",
            "known_person",
            "known_place",
            "numbered_feed",
            "short_core",
            "trial",
            "evidence_memory",
            "name_count",
            "name_rarity",
            "number_match",
            "number_share",
            "open_candidate",
            "open_name",
            "open_number",
            "open_record",
            "pair_weight",
            "place_count",
            "scored",
            "unknown_share",
            "weight"));

    @TempDir
    Path home;

    static Stream<Long> seeds() {
        return Stream.of(System.getProperty("identity.seeds", "31").split(",")).map(Long::valueOf);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hoursInAnyOrderAndSizeLeadWhereRunsOverEverythingLead(long seed) throws IOException {
        Random random = new Random(seed);
        List<String[]> waiting = records(seed, 160);
        Collections.shuffle(waiting, random);
        try (IdentityTown hourly = new IdentityTown(home.resolve("hourly"));
                IdentityTown whole = new IdentityTown(home.resolve("whole"))) {
            List<String[]> known = new ArrayList<>();
            for (int hour = 0; hour < 6; hour++) {
                int size = hour == 0 ? waiting.size() * 4 / 5 : random.nextInt(waiting.size() / 3 + 1);
                for (String[] record : List.copyOf(waiting.subList(0, size))) {
                    known.add(record);
                    both(hourly, whole, town -> tell(town, record));
                }
                waiting.subList(0, size).clear();
                if (hour > 0) {
                    changeSome(known, random, hourly, whole);
                    decide(hour, known, random, hourly, whole);
                    harm(home.resolve("hourly"), random);
                    forget(home.resolve("whole"));
                }
                assertThat(hourly.tables(hourly.resolution()))
                        .as("seed %s, hour %s", seed, hour)
                        .isEqualTo(whole.tables(whole.resolution()));
                both(hourly, whole, IdentityTown::nextHour);
            }
        }
    }

    @Test
    void numbersThatStandGiveWhatLearningThemGave() throws IOException {
        try (IdentityTown town = new IdentityTown(home)) {
            records(32, 120).forEach(record -> tell(town, record));
            Map<String, List<String>> learnt = town.tables(town.resolution());
            forget(home);
            town.append(new IdentityDecided("D-9", "VOID_NUMBER", "", "", "", "", "nobody's", "", "某人", "试"));

            Map<String, List<String>> again = town.tables(town.resolution());
            assertThat(again.remove("er_ruled"))
                    .as("the decision itself is told")
                    .hasSize(1);
            learnt.remove("er_ruled");
            assertThat(again).isEqualTo(learnt);
        }
    }

    @Test
    void damagedNumbersAreLearntAnewAndTheNextDayLearnsToo() throws IOException {
        try (IdentityTown town = new IdentityTown(home)) {
            town.record(IdentityTown.REGISTER, "1", "ent_name", "平湖市宏达电子科技有限公司", "region_code", "330482");
            town.resolution();
            assertThat(town.learnt()).isEqualTo(1);
            for (Path file : files(home.resolve("lake/identity/learnt"))) {
                Files.write(file, new byte[] {1, 2, 3});
            }
            town.append(new IdentityDecided("D-9", "VOID_NUMBER", "", "", "", "", "nobody's", "", "某人", "试"));

            assertThat(town.resolve()).hasSize(1);
            assertThat(town.learnt()).isEqualTo(2);
            for (int i = 0; i < 24; i++) {
                town.nextHour();
            }
            town.resolution();
            town.resolution();
            assertThat(town.learnt()).isEqualTo(3);
        }
    }

    @Test
    void evidenceSeesNothingThatItsDigestDoesNotTell() {
        ResolveModels models = new ResolveModels(IdentityTown.models());

        assertThat((Set<String>) Stream.of("compared_name", "scored", "evidence_choice")
                        .flatMap(name -> models.uses(name).stream())
                        .collect(Collectors.toCollection(TreeSet::new)))
                .as("a further table has to enter open_state, anchor_state or evidence_version")
                .isEqualTo(SEEN_BY_EVIDENCE);
    }

    private static void changeSome(List<String[]> known, Random random, IdentityTown... towns) {
        for (int i = 0; i < 4; i++) {
            String[] one = known.get(random.nextInt(known.size()));
            String[] other = known.get(random.nextInt(known.size()));
            int field = List.of(2, 4, 8, 9, 10).get(random.nextInt(5));
            one[field] = other[field];
            both(towns[0], towns[1], town -> tell(town.without(feed(one), one[1]), one));
        }
        String[] gone = known.remove(random.nextInt(known.size()));
        both(towns[0], towns[1], town -> town.without(feed(gone), gone[1]));
    }

    private static void decide(int hour, List<String[]> known, Random random, IdentityTown... towns) {
        String[] one = known.get(random.nextInt(known.size()));
        String[] other = known.get(random.nextInt(known.size()));
        String id = "D-" + hour;
        String enterprise =
                ResolveRules.enterpriseId("org:" + (other[4].length() == 18 ? other[4].substring(8, 17) : ""));
        IdentityDecided decided = List.of(
                        new IdentityDecided(id, "SAME", "", "", feed(one), one[1], "", enterprise, "某人", "试"),
                        new IdentityDecided(id, "DIFFERENT", "", "", feed(one), one[1], "", enterprise, "某人", "试"),
                        new IdentityDecided(id, "ALIAS", one[2], "", "", "", "", enterprise, "某人", "试"),
                        new IdentityDecided(id, "VOID_NUMBER", "", "", "", "", other[4], "", "某人", "试"))
                .get(hour % 4);
        both(towns[0], towns[1], town -> town.append(decided));
        if (hour == 4) {
            both(towns[0], towns[1], town -> town.append(new IdentityWithdrawn("D-2", "某人", "试")));
        }
    }

    private interface Telling {
        void to(IdentityTown town);
    }

    private static void both(IdentityTown one, IdentityTown other, Telling telling) {
        telling.to(one);
        telling.to(other);
    }

    /** A file that was cut short or lost is at most forgotten. */
    private static void harm(Path home, Random random) throws IOException {
        List<Path> files = files(home.resolve(MEMORY));
        Path file = files.get(random.nextInt(files.size()));
        if (random.nextInt(3) == 0) {
            byte[] content = Files.readAllBytes(file);
            Files.write(file, List.of(content.length > 9 ? "half" : ""));
        }
    }

    private static void forget(Path home) throws IOException {
        for (Path file : files(home.resolve(MEMORY))) {
            Files.delete(file);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String[]> records(long seed, int enterprises) throws IOException {
        Path world = home.resolve("world");
        CountryWorld.write(seed, enterprises, world, home.resolve("truth.csv"));
        List<String[]> records = new ArrayList<>();
        for (String department : List.of("market", "tax", "housing")) {
            for (String line : Files.readAllLines(world.resolve(department + ".csv"))) {
                records.add((department + "," + line).split(",", -1));
            }
        }
        records.removeIf(record -> record.length != 13 || record[1].equals("record_id"));
        return records;
    }

    private static String feed(String[] record) {
        return record[0].equals("market") ? IdentityTown.REGISTER : record[0] + ".records";
    }

    private static void tell(IdentityTown town, String[] record) {
        Map<String, Integer> fields = new TreeMap<>(Map.of(
                "ent_name",
                2,
                "former_names",
                3,
                "uscc",
                4,
                "org_code",
                5,
                "reg_no",
                6,
                "taxpayer_id",
                7,
                "address",
                8,
                "region_code",
                9,
                "legal_rep",
                10));
        town.record(
                feed(record),
                record[1],
                fields.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), record[field.getValue()]))
                        .toArray(String[]::new));
    }
}
