package io.hourshare.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.resolve.world.NumberMaker;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One enterprise in a thousand records, one person behind a thousand firms, one name for a thousand. */
@Tag("F48")
class HotKeyTest {

    private static final String TAX = "tax.registration";

    @TempDir
    private Path folder;

    @Test
    void whatMeetsInOneKeyCostsNoMoreThanItsShare() throws Exception {
        long few = cost(250);
        long many = cost(1_000);

        // Four times as much; pairs would be sixteen times.
        assertThat(many).as("%d ms for 250, %d ms for 1,000", few, many).isLessThan(10 * Math.max(few, 400));
    }

    /** Half of the records know the code alone, half the old number alone; the name tells that both are one's. */
    @Test
    void oneEnterpriseUnderTwoNumbersCostsNoMoreThanItsShare() throws Exception {
        long few = twoNumbers(3_000);
        long many = twoNumbers(24_000);

        assertThat(many).as("%d ms for 3,000, %d ms for 24,000", few, many).isLessThan(10 * Math.max(few, 400));
    }

    private long twoNumbers(int size) throws Exception {
        Path home = Files.createDirectories(folder.resolve("numbers-" + size));
        try (IdentityTown town = new IdentityTown(home)) {
            town.record(IdentityTown.REGISTER, "R", "uscc", NumberMaker.uscc("330482", 1), "ent_name", "平湖市他人商贸有限公司");
            town.load(
                    TAX,
                    "select 'T' || range as _key, 'U' as _op, timestamp '2026-11-01' as _source_time,"
                            + " '平湖市独一精密机械有限公司' as ent_name, '330482' as region_code,"
                            + " case when range % 2 = 0 then '" + NumberMaker.uscc("330482", 7) + "' end as uscc,"
                            + " case when range % 2 = 1 then '" + NumberMaker.registration("330482", 7)
                            + "' end as reg_no,"
                            + " '' as _warnings from range(" + size + ")",
                    List.of("ent_name", "region_code", "uscc", "reg_no"));
            long before = processorMillis();
            Map<String, String> assigned = town.resolve();
            long spent = processorMillis() - before;

            assertThat(assigned).hasSize(size + 1);
            assertThat(new HashSet<>(assigned.values())).hasSize(2);
            return spent;
        }
    }

    private long cost(int size) throws Exception {
        Path home = Files.createDirectories(folder.resolve("size-" + size));
        try (IdentityTown town = new IdentityTown(home)) {
            for (int number = 0; number < size; number++) {
                town.record(
                        IdentityTown.REGISTER,
                        "R" + number,
                        "uscc",
                        NumberMaker.uscc("330482", number + 1),
                        "ent_name",
                        number % 2 == 0 ? "平湖市同名商贸有限公司" : "平湖市第" + number + "商贸有限公司",
                        "legal_rep_name",
                        "张三",
                        "region_code",
                        "330482");
                town.record(TAX, "T" + number, "uscc", NumberMaker.uscc("330482", 1), "ent_name", "平湖市同名商贸有限公司");
            }
            long before = processorMillis();
            Map<String, String> assigned = town.resolve();
            long spent = processorMillis() - before;

            assertThat(assigned).hasSize(2 * size);
            assertThat(new HashSet<>(assigned.values()))
                    .as("nobody was merged for a name or a person")
                    .hasSize(size);
            return spent;
        }
    }

    /** Of the whole process: the engine works on threads of its own. */
    private static long processorMillis() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1_000_000;
    }
}
