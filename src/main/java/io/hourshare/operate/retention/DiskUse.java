package io.hourshare.operate.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How much the data root holds.
 *
 * @param bytes of all files
 * @param free bytes that the disk has left
 * @param areas bytes by folder, {@code landing}, {@code lake/profile}; the rest as {@code other}
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record DiskUse(long bytes, long files, long free, Map<String, Long> areas) {

    private static final String OTHER = "other";

    private static final Map<String, String> TITLES = Map.of(
            "landing", "落地",
            "lake/normalized", "入库",
            "lake/quarantine", "退回",
            "lake/current", "现行记录",
            "lake/identity", "身份",
            "lake/profile", "画像",
            "lake/history", "变动",
            "snapshots", "快照",
            "journal", "日志");

    public DiskUse {
        areas = new TreeMap<>(areas);
    }

    /** Counts what is there; files that go meanwhile are passed over. */
    static DiskUse of(Path home) {
        Map<String, Long> areas = new TreeMap<>();
        long[] files = {0};
        try {
            Files.walkFileTree(home, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files[0]++;
                    areas.merge(area(home.relativize(file)), attributes.size(), Long::sum);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
            long bytes = areas.values().stream().mapToLong(Long::longValue).sum();
            return new DiskUse(bytes, files[0], Files.getFileStore(home).getUsableSpace(), areas);
        } catch (IOException e) {
            throw new UncheckedIOException("数据目录读不出来，请检查权限：" + home, e);
        }
    }

    private static String area(Path file) {
        String path = file.toString().replace('\\', '/');
        return TITLES.keySet().stream()
                .filter(area -> path.startsWith(area + "/"))
                .findFirst()
                .orElse(OTHER);
    }

    /** In one line, the largest first. */
    public String words() {
        return "数据目录占用 " + megabytes(bytes) + "，" + files + " 个文件（"
                + areas.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(area -> TITLES.getOrDefault(area.getKey(), "其他") + " " + megabytes(area.getValue()))
                        .collect(Collectors.joining("，"))
                + "）；磁盘剩余 " + megabytes(free);
    }

    private static String megabytes(long bytes) {
        return bytes < 1_000_000 ? "不足 1 MB" : "%,d MB".formatted(bytes / 1_000_000);
    }
}
