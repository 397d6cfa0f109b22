package io.hourshare.resolve;

import com.sun.management.OperatingSystemMXBean;
import io.hourshare.engine.Sql;
import io.hourshare.resolve.world.LabelledWorld;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Measures what an hour costs that brings or changes one record in a hundred: {@code <seed> <enterprises> <folder>}.
 *
 * <p>The first hour loads everything but one record in two hundred, the next brings those and changes as many others;
 * then so again. Times are processor time of the whole process.
 */
final class MeasureHour {

    private static final List<String> DEPARTMENTS = List.of("market", "tax", "industry", "natural", "housing");
    private static final List<String> COLUMNS = List.of(
            "ent_name",
            "former_names",
            "uscc",
            "org_code",
            "reg_no",
            "taxpayer_id",
            "address",
            "region_code",
            "legal_rep",
            "_warnings");

    private MeasureHour() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[2]);
        Path records = folder.resolve("records");
        if (!Files.exists(records)) {
            LabelledWorld.write(
                    Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]), records, folder.resolve("truth.csv"));
        }
        try (IdentityTown town =
                new IdentityTown(Files.createTempDirectory(folder, "home").toRealPath())) {
            for (int hour = 0; hour < 4; hour++) {
                for (String department : DEPARTMENTS) {
                    String feed = department.equals("market") ? IdentityTown.REGISTER : department + ".records";
                    town.load(feed, told(records.resolve(department + ".csv"), hour), COLUMNS);
                }
                measure(town, hour);
                town.nextHour();
            }
        }
    }

    private static void measure(IdentityTown town, int hour) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long wall = System.nanoTime();
        Resolution resolution = town.resolution();
        System.out.printf(
                Locale.ROOT,
                "hour %d: %.1f s processor, %.1f s, %d assigned%n",
                hour,
                (system.getProcessCpuTime() - cpu) / 1e9,
                (System.nanoTime() - wall) / 1e9,
                resolution.counts().get("er_assignment"));
    }

    /** Lot 2h comes in hour h; lot 2h + 1 has another representative until then. */
    private static String told(Path csv, int hour) {
        return "with dealt as (select *, cast(substr(md5(record_id), 1, 2) as varchar) || substr(md5(record_id), 3, 1) as lot "
                + "from read_csv(" + Sql.literal(csv.toString())
                + ", header = true, all_varchar = true, delim = ',')), "
                + "numbered as (select *, cast('0x' || lot as integer) % 200 as number from dealt) "
                + "select record_id as _key, 'U' as _op, timestamp '2026-11-01 00:00:00' as _source_time, "
                + "name as ent_name, former_names, uscc, org_code, reg_no, tax_id as taxpayer_id, address, region_code, "
                + "case when number % 2 = 1 and number < 8 and number > 2 * " + hour
                + " + 1 then '王'|| legal_rep else legal_rep end as legal_rep, cast(null as varchar) as _warnings "
                + "from numbered where number % 2 = 1 or number >= 8 or number <= 2 * " + hour;
    }
}
