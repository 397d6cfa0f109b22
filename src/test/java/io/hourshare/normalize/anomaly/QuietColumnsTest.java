package io.hourshare.normalize.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.contract.FeedContract;
import io.hourshare.contract.FeedMode;
import io.hourshare.contract.UsualContract;
import io.hourshare.kernel.FeedId;
import io.hourshare.normalize.anomaly.DayKinds.Kind;
import io.hourshare.normalize.fault.Reason;
import io.hourshare.store.DriftChange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Columns over quiet months of towns that nobody has seen: month ends, the season of annual reports, quarterly tax, the
 * spring festival, sums that begin anew in January, whole batches of one kind of enterprise, rare words, keys that come
 * now and then. Their rhythm raises no hold, and every real drift among them is told with old and new.
 */
@Tag("F40")
class QuietColumnsTest {

    private static final DayKinds DAYS = new DayKinds(CatalogueReader.read(CatalogueSource.embedded())
            .catalogue()
            .codeLists()
            .get(DayKinds.LIST));
    private static final FeedContract CONTRACT =
            UsualContract.of(FeedId.parse("tax.registration"), FeedMode.INCREMENTAL);
    private static final int TOWNS = 4;

    @ParameterizedTest(name = "from {0}, at most {1} an hour")
    @CsvSource({
        "2026-01-12, 40", "2026-01-12, 120", "2026-01-12, 1000",
        "2026-05-20, 40", "2026-05-20, 120", "2026-05-20, 1000",
        "2026-11-20, 40", "2026-11-20, 120", "2026-11-20, 1000"
    })
    void hardlyAnythingIsHeldOfNinetyQuietDays(LocalDate first, int busiest) {
        List<String> held = new ArrayList<>();
        int judged = 0;
        for (int seed = 0; seed < TOWNS; seed++) {
            Town town = new Town(first, busiest, seed);
            for (int hour = 0; hour < 90 * 24; hour++, judged++) {
                LocalDateTime now = town.now();
                for (DriftChange change : DriftRules.find(CONTRACT, town.next(UnaryOperator.identity(), List.of()))) {
                    if (change.held()) {
                        held.add(now + " " + change.kind() + " " + change.column() + " " + change.after());
                    }
                }
            }
        }
        assertThat(held).as("of %d hours", judged).hasSizeLessThan(2);
    }

    @Test
    void everyRealDriftIsToldWithOldAndNew() {
        for (int seed = 0; seed < 40; seed++) {
            Town town = new Town(LocalDate.of(2026, 3, 2), 150 + 40 * seed, seed);
            for (int hour = 0; hour < 7 * 24 + 10; hour++) {
                town.next(UnaryOperator.identity(), List.of());
            }
            told(town.peek(Record::withoutAddress, List.of()), "REMOVED", "DOM");
            told(town.peek(Record::withoutAddress, List.of("ADDRESS")), "RENAMED", "DOM");
            told(town.peek(UnaryOperator.identity(), List.of("CHAIN_ROLE")), "ADDED", "CHAIN_ROLE");
            told(town.peek(record -> record.times(10_000), List.of()), "UNIT|DISTRIBUTION", "REGCAP");
            told(town.peek(record -> record.times(0.001), List.of()), "UNIT|DISTRIBUTION", "REGCAP");
            told(town.peek(record -> record.times(100), List.of()), "DISTRIBUTION", "REGCAP");
            told(town.peek(Record::withNewWord, List.of()), "ENUMERATION", "REGSTATE");
            told(town.peek(Record::withOtherDates, List.of()), "RETYPED", "ESTDATE");
        }
    }

    /** @param kind the kinds that it may be told as: how many times more depends on who is in the batch */
    private static void told(BatchFigures figures, String kind, String column) {
        assertThat(DriftRules.find(CONTRACT, figures)).anySatisfy(change -> {
            assertThat(change.kind()).isIn(List.of(kind.split("\\|")));
            assertThat(change.column()).isEqualTo(column);
            assertThat(change.before()).isNotBlank();
            assertThat(change.after()).isNotBlank().isNotEqualTo(change.before());
        });
    }

    /** @param fault a reason in the column of words or of days, or null */
    private record Record(
            double capital,
            boolean term,
            boolean address,
            double gas,
            double invested,
            @org.jspecify.annotations.Nullable Reason fault) {

        Record withoutAddress() {
            return new Record(capital, term, false, gas, invested, fault);
        }

        Record times(double factor) {
            return new Record(capital * factor, term, address, gas, invested, fault);
        }

        Record withNewWord() {
            return new Record(capital, term, address, gas, invested, Reason.UNKNOWN_CODE);
        }

        Record withOtherDates() {
            return new Record(capital, term, address, gas, invested, Reason.BAD_DATE);
        }
    }

    /** What is known grows by each batch; so many records of it are kept as tell shares and medians. */
    private static final class Town {

        private static final int KEPT = 1_000;

        private final LocalDateTime first;
        private final int busiest;
        private final Random random;
        private final List<Record> known = new ArrayList<>();
        private final java.util.Map<String, double[]> sortedKnown = new java.util.HashMap<>();
        private List<String> unknownBefore = List.of();
        private int hours;

        Town(LocalDate first, int busiest, int seed) {
            this.first = first.atStartOfDay();
            this.busiest = busiest;
            this.random = new Random(seed);
            for (int i = 0; i < KEPT; i++) {
                known.add(record(random.nextInt(10) < 6 ? 0 : 1));
            }
        }

        LocalDateTime now() {
            return first.plusHours(hours);
        }

        BatchFigures next(UnaryOperator<Record> drift, List<String> names) {
            List<Record> batch = batch();
            BatchFigures figures = figures(batch.stream().map(drift).toList(), names);
            batch.forEach(record -> known.set(random.nextInt(KEPT), record));
            unknownBefore = figures.unknown();
            hours++;
            return figures;
        }

        BatchFigures peek(UnaryOperator<Record> drift, List<String> names) {
            List<Record> batch = new ArrayList<>();
            while (batch.size() < busiest / 2) {
                batch.add(record(random.nextInt(10) < 6 ? 0 : 1));
            }
            return figures(batch.stream().map(drift).toList(), names);
        }

        /** Every twentieth of all batches is a department's clearing up: one kind of enterprise alone. */
        private List<Record> batch() {
            int size = (int) Math.round(busiest * share() * (0.5 + random.nextDouble()));
            int only = random.nextInt(20) == 0 ? random.nextInt(3) : -1;
            List<Record> batch = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                batch.add(record(only >= 0 ? only : random.nextInt(10) < 6 ? 0 : 1));
            }
            return batch;
        }

        private double share() {
            LocalDate day = now().toLocalDate();
            boolean worked = now().getHour() >= 9 && now().getHour() < 18;
            boolean monthEnd = day.getDayOfMonth() > day.lengthOfMonth() - 3;
            Kind kind = DAYS.of(day);
            return (worked ? 1 : 0.05)
                    * (kind == Kind.HOLIDAY ? 0.02 : kind == Kind.WEEKEND ? 0.1 : 1)
                    * (monthEnd ? 4 : 1);
        }

        /** @param kind 0 shops without a term and with little capital, 1 companies, 2 foreign ones with much */
        private Record record(int kind) {
            int month = now().getMonthValue();
            double capital = Math.exp(random.nextGaussian() * 1.2) * (kind == 0 ? 8 : kind == 1 ? 200 : 4_000);
            double winter = month == 12 || month <= 3 ? 8 : 1;
            double festival = DAYS.of(now().toLocalDate()) == Kind.HOLIDAY ? 0.2 : 1;
            boolean quarter = month % 3 == 1;
            return new Record(
                    capital,
                    kind != 0 && random.nextInt(10) < 9,
                    random.nextInt(100) < 98,
                    kind == 0 || !quarter ? 0 : Math.exp(random.nextGaussian()) * 50 * winter * festival,
                    Math.exp(random.nextGaussian()) * 100 * month,
                    random.nextInt(300) == 0 ? Reason.UNKNOWN_CODE : random.nextInt(200) == 0 ? Reason.BAD_DATE : null);
        }

        private BatchFigures figures(List<Record> batch, List<String> names) {
            List<String> unknown = new ArrayList<>(names);
            for (String now : List.of("BZ", "EXT1", "EXT2")) {
                if (random.nextDouble() < 1 - Math.pow(0.98, batch.size())) {
                    unknown.add(now);
                }
            }
            List<ColumnFigures> columns = List.of(
                    numbers("reg_capital", "REGCAP", batch, Record::capital),
                    numbers("gas", "YQL", batch, Record::gas),
                    numbers("invested", "BNWCTZ", batch, Record::invested),
                    new ColumnFigures(
                            "op_to",
                            List.of("OPTO"),
                            share(known, Record::term),
                            share(batch, Record::term),
                            null,
                            null,
                            null,
                            null),
                    new ColumnFigures(
                            "address",
                            List.of("DOM"),
                            share(known, Record::address),
                            share(batch, Record::address),
                            null,
                            null,
                            null,
                            null),
                    new ColumnFigures(
                            "est_date",
                            List.of("ESTDATE"),
                            1,
                            share(batch, one -> one.fault() != Reason.BAD_DATE),
                            null,
                            null,
                            null,
                            null),
                    new ColumnFigures(
                            "status",
                            List.of("REGSTATE"),
                            1,
                            share(batch, one -> one.fault() != Reason.UNKNOWN_CODE),
                            null,
                            null,
                            null,
                            null));
            return new BatchFigures(
                    batch.size(), KEPT, columns, faults(batch), unknown, unknownBefore, List.of(), List.of());
        }

        private static List<FieldFault> faults(List<Record> batch) {
            List<FieldFault> faults = new ArrayList<>();
            for (Reason reason : List.of(Reason.UNKNOWN_CODE, Reason.BAD_DATE)) {
                long count = batch.stream().filter(one -> one.fault() == reason).count();
                if (count > 0) {
                    faults.add(
                            new FieldFault(reason == Reason.BAD_DATE ? "ESTDATE" : "REGSTATE", reason, count, "新写法"));
                }
            }
            return faults;
        }

        /** What is known moves little within a day, and sorting it each hour would cost all of the time. */
        private ColumnFigures numbers(
                String column, String source, List<Record> batch, java.util.function.ToDoubleFunction<Record> value) {
            double[] before = hours % 24 == 0
                    ? sorted(known, value)
                    : sortedKnown.computeIfAbsent(column, fresh -> sorted(known, value));
            sortedKnown.put(column, before);
            return new ColumnFigures(
                    column,
                    List.of(source),
                    1,
                    1,
                    quantile(before, 0.02),
                    quantile(before, 0.5),
                    quantile(before, 0.98),
                    quantile(sorted(batch, value), 0.5));
        }

        private static double[] sorted(List<Record> records, java.util.function.ToDoubleFunction<Record> value) {
            return records.stream()
                    .mapToDouble(value)
                    .filter(one -> one != 0)
                    .sorted()
                    .toArray();
        }

        private static @org.jspecify.annotations.Nullable Double quantile(double[] sorted, double part) {
            return sorted.length == 0 ? null : (Double) sorted[(int) (sorted.length * part)];
        }

        private static double share(List<Record> records, java.util.function.Predicate<Record> has) {
            return records.isEmpty() ? 0 : (double) records.stream().filter(has).count() / records.size();
        }
    }
}
