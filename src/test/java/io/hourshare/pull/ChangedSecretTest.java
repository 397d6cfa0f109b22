package io.hourshare.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A department changes its password: whoever keeps it in a file writes the new one there, and that is all. */
@Tag("F87")
class ChangedSecretTest {

    private static final String URL = "jdbc:h2:mem:changed-secret;DB_CLOSE_DELAY=-1";

    @Test
    void aPasswordThatChangedIsUsedFromTheNextPullOn(@TempDir Path folder) throws Exception {
        Path secret = folder.resolve("password");
        Files.writeString(secret, "first\n");
        try (Connection source = DriverManager.getConnection(URL, "sa", "");
                Statement statement = source.createStatement();
                PullBench bench = PullBench.withProperties(
                        folder.resolve("data"), new FileProperties(name -> "file:" + secret))) {
            statement.execute("create table V (ID int primary key, T timestamp)");
            statement.execute("create user READER password 'first' admin");
            statement.execute("grant select on V to READER");
            assertThat(bench.pull(feed()).objects()).isNotEmpty();

            statement.execute("alter user READER set password 'second'");
            assertThatThrownBy(() -> bench.pull(feed()))
                    .isInstanceOfSatisfying(
                            PullFailedException.class,
                            refused -> assertThat(refused.getMessage()).doesNotContain("first", "second"));
            Files.writeString(secret, "second\n");
            statement.execute("insert into V values (1, timestamp '2026-11-22 11:30:00')");
            assertThat(bench.text(bench.pull(feed()).objects().get(0))).contains("\"ID\":\"1\"");
            statement.execute("drop all objects");
        }
    }

    @Test
    void aSecretsFileThatIsMissingIsNamed(@TempDir Path folder) {
        FileProperties properties = new FileProperties(name -> "file:" + folder.resolve("absent"));

        assertThatThrownBy(() -> properties.apply("hourshare.sources.tax.password"))
                .hasMessageContaining("hourshare.sources.tax.password")
                .hasMessageContaining("absent");
    }

    private static Feed feed() {
        return PullBench.feed(
                "tax.registration",
                "jdbc-view",
                FeedMode.FULL,
                "jdbcUrl",
                URL,
                "jdbcUser",
                "READER",
                "jdbcPassword",
                "{{hourshare.sources.tax.password}}",
                "table",
                "V",
                "key",
                "ID");
    }
}
