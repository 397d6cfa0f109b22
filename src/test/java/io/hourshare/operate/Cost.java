package io.hourshare.operate;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /** Largest resident memory of the process so far, where the system tells it. */
    static String largestMemory() throws IOException {
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
