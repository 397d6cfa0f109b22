package io.hourshare.sandbox;

import io.hourshare.sandbox.ExchangeDatabase.View;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The servers behind the gates; they start side by side, because the first answer is waited for. */
record Systems(ExchangeDatabase database, WebService web, FileService files) implements Closeable {

    static final Map<String, String> SECRETS = Map.of(
            "market-regulation", "demo-secret-scjg",
            "tax", "demo-secret-swj",
            "natural-resources", "demo-secret-zrzy",
            "housing", "demo-secret-zjj",
            "industry-it", "demo-secret-gxj",
            "credit", "demo-secret-xyzx");

    static Systems start(SandboxSettings settings, Feeds feeds, Clock clock) {
        CompletableFuture<WebService> web = CompletableFuture.supplyAsync(() -> web(settings, feeds, clock));
        CompletableFuture<FileService> files = CompletableFuture.supplyAsync(() -> FileService.start(
                settings.folder().resolve("sftp"), settings.folder().resolve("host-key.ser")));
        ExchangeDatabase database =
                ExchangeDatabase.start("qzk", settings.folder(), settings.enterprises(), views(feeds));
        return new Systems(database, web.join(), files.join());
    }

    @Override
    public void close() throws IOException {
        web.close();
        files.close();
        database.close();
    }

    /** Where the files of one feed lie on the SFTP server. */
    static Path outgoing(SandboxSettings settings, String department, String feed) {
        return settings.folder()
                .resolve("sftp")
                .resolve(department)
                .resolve("outgoing")
                .resolve(feed);
    }

    private static List<View> views(Feeds feeds) {
        return List.of(
                new View(feeds.registration(), "E_BASEINFO", "S_EXT_TIMESTAMP"),
                new View(feeds.taxRegistration(), "V_DJ_NSRXX", "XGRQ"));
    }

    private static WebService web(SandboxSettings settings, Feeds feeds, Clock clock) {
        Listings listings = new Listings(clock);
        Hiccups hiccups = new Hiccups(settings.seed(), settings.dirt().cosmetic() * 2, clock);
        return WebService.start(
                Map.of(
                        "/housing/completion", new JsonPages(feeds.completion(), listings, false, hiccups),
                        "/natural-resources/real-estate",
                                new SoapPages(feeds.realEstate(), "queryRealEstate", listings)),
                new Signatures(clock, SECRETS));
    }
}
