package io.hourshare.operate;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Wall and processor seconds of this process. */
record Cost(double wall, double cpu) {

    static Cost now() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Cost(System.nanoTime() / 1e9, system.getProcessCpuTime() / 1e9);
    }

    static Cost since(Cost start) {
        Cost now = now();
        return new Cost(now.wall - start.wall, now.cpu - start.cpu);
    }

    /** Processor seconds so far of threads whose name matches, where the system tells them; 0 elsewhere. */
    static double ofThreads(String name) throws IOException {
        Path tasks = Path.of("/proc/self/task");
        if (!Files.isDirectory(tasks)) {
            return 0;
        }
        double ticks = 0;
        try (Stream<Path> all = Files.list(tasks)) {
            for (Path task : all.toList()) {
                String line = Files.readString(task.resolve("stat"));
                int end = line.lastIndexOf(')');
                if (Pattern.compile(name).matcher(line.substring(0, end)).find()) {
                    String[] fields = line.substring(end + 2).split(" ");
                    ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
                }
            }
        }
        return ticks / 100;
    }

    /** Largest heap so far, garbage included, and largest resident memory of the process, where the system tells it. */
    static String largestMemory() throws IOException {
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return "进程最大常驻内存 " + resident() + "（堆至多 " + (heap >> 20) + " MB）";
    }

    private static String resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.isReadable(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .map(line -> line.replaceAll("\\D+", ""))
                        .map(kilobytes -> Long.parseLong(kilobytes) / 1024 + " MB")
                        .findFirst()
                        .orElse("未知")
                : "未知";
    }
}
