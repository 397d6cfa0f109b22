package io.hourshare.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.hourshare.contract.FeedMode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that cannot prove who they are: nothing is asked of them, and the reason says what their certificate lacks. */
@Tag("F21")
class UntrustedSourceTest {

    private static final char[] PASSWORD = "password".toCharArray();
    private static final String TRUSTED = "javax.net.ssl.trustStore";
    private static final Instant FAR = Instant.parse("2049-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private HandMadeCertificate authority;
    private HttpsServer server;

    @BeforeEach
    void trustOneAuthority() throws GeneralSecurityException, IOException {
        authority = HandMadeCertificate.authority("a trusted authority", FAR);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("authority", authority.certificate());
        Path file = folder.resolve("trusted.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            trusted.store(out, PASSWORD);
        }
        System.setProperty(TRUSTED, file.toString());
        System.setProperty(TRUSTED + "Password", new String(PASSWORD));
    }

    @AfterEach
    void close() {
        System.clearProperty(TRUSTED);
        System.clearProperty(TRUSTED + "Password");
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void aSourceWhoseCertificateIsInOrderIsRead() throws Exception {
        serve(authority.host("localhost", FAR));
        try (PullBench bench = new PullBench(folder.resolve("home"))) {
            assertThat(bench.pull(feed(url())).objects()).hasSize(1);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void aCertificateThatHasEndedIsNamedWithItsLastDay() throws Exception {
        serve(authority.host("localhost", Instant.parse("2024-03-31T15:00:00Z")));

        assertThat(refusal()).hasMessageStartingWith("来源的证书已于 2024-03-31 到期");
    }

    @Test
    void aCertificateOfAnotherHostIsNoProof() throws Exception {
        serve(authority.host("other.example", FAR));

        assertThat(refusal()).hasMessageStartingWith("来源的证书不是发给 localhost 这个主机名的");
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNoProof() throws Exception {
        serve(HandMadeCertificate.authority("somebody", FAR).host("localhost", FAR));

        assertThat(refusal()).hasMessageStartingWith("来源的证书不是本机信任的机构签发的").hasMessageContaining(TRUSTED);
    }

    @Test
    void aNameThatNobodyKnowsIsSaid() throws Exception {
        assertThat(failure("http://no-such-department.invalid/list"))
                .hasMessageStartingWith("主机名 no-such-department.invalid 解析不到")
                .extracting(PullFailedException::reason)
                .isEqualTo("SOURCE_UNREACHABLE");
    }

    private PullFailedException refusal() {
        PullFailedException failure = failure(url());
        assertThat(failure.reason()).isEqualTo("SOURCE_UNTRUSTED");
        assertThat(failure).hasMessageContaining("不会降级为明文");
        assertThat(asked).as("nothing is asked of whom nobody knows").hasValue(0);
        return failure;
    }

    private PullFailedException failure(String url) {
        try (PullBench bench = new PullBench(folder.resolve("home"))) {
            PullFailedException failure = catchThrowableOfType(PullFailedException.class, () -> bench.pull(feed(url)));
            assertThat(failure).as("a pull that fails").isNotNull();
            return failure;
        }
    }

    private String url() {
        return "https://localhost:" + server.getAddress().getPort() + "/list";
    }

    private static io.hourshare.contract.Feed feed(String url) {
        return PullBench.feed("housing.completion", "http-paged-json", FeedMode.INCREMENTAL, "url", url);
    }

    private void serve(HandMadeCertificate host) throws GeneralSecurityException, IOException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, PASSWORD);
        own.setKeyEntry("host", host.keys().getPrivate(), PASSWORD, new Certificate[] {host.certificate()});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] body = "[{\"CBRS\":1}]".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }
}
