package io.hourshare.operate.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator sees how full the data root is, and of what. */
class DiskUseTest {

    @TempDir
    private Path home;

    @Test
    void bytesAreCountedByArea() throws Exception {
        write("landing/tax.registration/2026-11-22T03Z/ab/rows.jsonl", 2_500_000);
        write("lake/profile/0a1b2c3d/claim.parquet", 1_200_000);
        write("lake/profile/0a1b2c3d/enterprise.parquet", 300_000);
        write("lock", 0);

        DiskUse use = DiskUse.of(home);

        assertThat(use.bytes()).isEqualTo(4_000_000);
        assertThat(use.files()).isEqualTo(4);
        assertThat(use.free()).isPositive();
        assertThat(use.areas()).containsEntry("landing", 2_500_000L).containsEntry("lake/profile", 1_500_000L);
        assertThat(use.words()).startsWith("数据目录占用 4 MB，4 个文件（落地 2 MB，画像 1 MB，其他 不足 1 MB）；磁盘剩余 ");
    }

    private void write(String path, int size) throws Exception {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[size]);
    }
}
