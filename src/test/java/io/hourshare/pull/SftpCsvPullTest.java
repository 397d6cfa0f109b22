package io.hourshare.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.land.LandedBatch;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpCsvPullTest {

    private static final Charset GBK = Charset.forName("GBK");
    private static final Instant MORNING = Instant.parse("2026-11-22T01:00:00Z");

    @TempDir
    static Path server;

    private static SshServer sshd;

    @TempDir
    Path home;

    private PullBench bench;
    private Path outgoing;

    @BeforeAll
    static void startServer() throws IOException {
        sshd = SshServer.setUpDefaultServer();
        sshd.setHost("127.0.0.1");
        sshd.setPort(0);
        sshd.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        sshd.setPasswordAuthenticator((user, password, session) -> "park".equals(user) && "p(w)&%1".equals(password));
        sshd.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        sshd.setFileSystemFactory(new VirtualFileSystemFactory(server));
        sshd.start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        sshd.stop(true);
    }

    @BeforeEach
    void open() throws IOException {
        bench = new PullBench(home);
        outgoing = Files.createDirectories(server.resolve("outgoing/credit-rating"));
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
        try (var files = Files.list(outgoing)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void landsTheRawBytesOfFlaggedFiles() throws IOException {
        put("NSXYDJ_1.csv", "纳税人识别号,信用等级\r\n1,A\r\n", MORNING);
        put("NSXYDJ_2.csv", "纳税人识别号,信用等级\r\n2,B\r\n", MORNING.plusSeconds(60));
        flag("NSXYDJ_1.csv");
        flag("NSXYDJ_2.csv");

        LandedBatch batch = bench.pull(feed());

        assertThat(texts(batch)).containsExactly("纳税人识别号,信用等级\r\n1,A\r\n", "纳税人识别号,信用等级\r\n2,B\r\n");
        assertThat(batch.sourceTime()).isEqualTo(MORNING.plusSeconds(60));
        assertThat(outgoing).isDirectoryContaining(file -> file.endsWith("NSXYDJ_1.csv"));
    }

    @Test
    @Tag("F30")
    void aFileWithoutItsFlagWaits() throws IOException {
        put("NSXYDJ_1.csv", "1", MORNING);

        assertThat(bench.pull(feed()).objects()).isEmpty();
        flag("NSXYDJ_1.csv");
        assertThat(texts(bench.pull(later()))).containsExactly("1");
    }

    @Test
    @Tag("F30")
    void aFlagBeforeItsFileWaitsForTheWholeOfIt() throws IOException {
        flag("NSXYDJ_1.csv");

        assertThat(bench.pull(feed()).objects()).isEmpty();
        put("NSXYDJ_1.csv", "1", MORNING);
        assertThat(texts(bench.pull(later()))).containsExactly("1");
    }

    @Test
    @Tag("F30")
    void aSlowConnectionCostsAFinishedFileNotItsWindow() throws IOException {
        put("NSXYDJ_1.csv", "1", MORNING);
        flag("NSXYDJ_1.csv");

        LandedBatch batch = bench.pull(feed("stablePatience", "1"));

        assertThat(texts(batch)).as("connecting alone takes longer").containsExactly("1");
    }

    @Test
    void filesOfOtherNamesAreLeftAlone() throws IOException {
        put("OTHER_1.csv", "1", MORNING);
        flag("OTHER_1.csv");
        put("NSXYDJ_1.csv.part", "1", MORNING);

        assertThat(bench.pull(feed()).objects()).isEmpty();
    }

    @Test
    @Tag("F30")
    void whatLandedIsNotTakenAgainAndSameContentUnderAnotherNameNeither() throws IOException {
        put("NSXYDJ_1.csv", "1", MORNING);
        flag("NSXYDJ_1.csv");
        bench.pull(feed());
        put("NSXYDJ_copy.csv", "1", MORNING.plusSeconds(1));
        flag("NSXYDJ_copy.csv");

        assertThat(bench.pull(later()).objects()).isEmpty();
    }

    @Test
    @Tag("F30")
    void newContentUnderAnOldNameIsTaken() throws IOException {
        put("NSXYDJ_1.csv", "1", MORNING);
        flag("NSXYDJ_1.csv");
        bench.pull(feed());
        put("NSXYDJ_1.csv", "2", MORNING.plusSeconds(60));

        assertThat(texts(bench.pull(later()))).containsExactly("2");
    }

    @Test
    void aLargeFileStreamsThroughWhole() throws IOException {
        String content = "0123456789".repeat(300_000);
        put("NSXYDJ_1.csv", content, MORNING);
        flag("NSXYDJ_1.csv");

        assertThat(bench.pull(feed()).objects())
                .singleElement()
                .satisfies(object -> assertThat(object.size()).isEqualTo(3_000_000));
    }

    @Test
    @Tag("F21")
    void aServerWhoseKeyChangedIsNotTrustedAgain() throws IOException {
        put("a.csv", "1", MORNING);
        flag("a.csv");
        bench.pull(feed());
        assertThat(bench.knownHosts()).isRegularFile();
        Files.writeString(
                bench.knownHosts(),
                Files.readString(bench.knownHosts()).replaceAll("(?m) (\\S{30})\\S{8}", " $1AAAAAAAA"));
        bench.close();
        bench = new PullBench(home);

        assertThat(failure(feed())).isEqualTo("SOURCE_UNTRUSTED");
    }

    @Test
    void aWrongPasswordIsARefusal() {
        assertThat(failure(feed("password", "wrong"))).isEqualTo("SOURCE_REFUSED");
    }

    @Test
    void aMissingFolderIsSaidSo() {
        assertThat(failure(feed("folder", "/outgoing/nowhere"))).isEqualTo("NOT_FOUND");
    }

    @Test
    @Tag("F21")
    void aClosedPortIsUnreachable() {
        assertThat(failure(feed("port", "1"))).isEqualTo("SOURCE_UNREACHABLE");
    }

    @Test
    void theConnectionMayBreakBetweenPulls() throws IOException {
        put("NSXYDJ_1.csv", "1", MORNING);
        flag("NSXYDJ_1.csv");
        bench.pull(feed());
        sshd.getActiveSessions().forEach(session -> session.close(true));
        put("NSXYDJ_2.csv", "2", MORNING.plusSeconds(60));
        flag("NSXYDJ_2.csv");

        assertThat(texts(bench.pull(later()))).containsExactly("2");
    }

    private void put(String name, String content, Instant modified) throws IOException {
        Files.write(outgoing.resolve(name), content.getBytes(GBK));
        Files.setLastModifiedTime(outgoing.resolve(name), FileTime.from(modified));
    }

    private void flag(String name) throws IOException {
        Files.write(outgoing.resolve(name + ".ok"), new byte[0]);
    }

    private String failure(Feed feed) {
        return catchThrowableOfType(PullFailedException.class, () -> bench.pull(feed))
                .reason();
    }

    private static PullRequest later() {
        return PullRequest.of(feed(), PullBench.HOUR.next());
    }

    private static Feed feed(String... more) {
        String[] parameters = new String[more.length + 14];
        System.arraycopy(
                new String[] {
                    "host",
                    "127.0.0.1",
                    "port",
                    Integer.toString(sshd.getPort()),
                    "user",
                    "park",
                    "password",
                    "p(w)&%1",
                    "folder",
                    "/outgoing/credit-rating",
                    "files",
                    "NSXYDJ_[0-9A-Za-z_-]+\\.csv",
                    "stableMillis",
                    "100"
                },
                0,
                parameters,
                0,
                14);
        System.arraycopy(more, 0, parameters, 14, more.length);
        return PullBench.feed("tax.credit-rating", "sftp-csv", FeedMode.INCREMENTAL, parameters);
    }

    private List<String> texts(LandedBatch batch) {
        return batch.objects().stream().map(object -> bench.text(object, GBK)).toList();
    }
}
