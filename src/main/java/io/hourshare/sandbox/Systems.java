package io.hourshare.sandbox;

import io.hourshare.sandbox.ExchangeDatabase.View;
import io.hourshare.sandbox.source.SourceFeed;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private static final Set<String> BY_CURSOR =
            Set.of("industry-it.energy-monthly", "credit.licence", "credit.penalty");

    private static final int QUOTA = 2000;

    /** @param gate clock by which callers' signatures are judged */
    static Systems start(SandboxSettings settings, Feeds feeds, Clock clock, Clock gate) {
        CompletableFuture<WebService> web = CompletableFuture.supplyAsync(() -> web(settings, feeds, clock, gate));
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
                new View(feeds.change(), "E_ALTER_RECODER", "S_EXT_TIMESTAMP"),
                new View(feeds.taxRegistration(), "V_DJ_NSRXX", "XGRQ"),
                new View(feeds.landSupply(), "V_TDGY", ""));
    }

    private static WebService web(SandboxSettings settings, Feeds feeds, Clock clock, Clock gate) {
        Listings listings = new Listings(clock);
        Hiccups hiccups = new Hiccups(settings.seed(), settings.dirt().cosmetic() * 2, clock);
        Map<String, WebService.Endpoint> endpoints = new HashMap<>();
        for (SourceFeed feed : feeds.overJson()) {
            endpoints.put(path(feed), new JsonPages(feed, listings, BY_CURSOR.contains(feed.id()), hiccups));
        }
        endpoints.put(path(feeds.realEstate()), new SoapPages(feeds.realEstate(), "queryRealEstate", listings));
        endpoints.put(path(feeds.arrears()), new SoapPages(feeds.arrears(), "queryArrears", listings));
        endpoints.put(path(feeds.permit()), new SoapPages(feeds.permit(), "queryConstructionPermit", listings));
        for (SourceFeed feed : feeds.all()) {
            String name = feed.id().substring(feed.id().indexOf('.') + 1);
            endpoints.put(path(feed).replace(name, "lookup/" + name), new Lookup(feed, clock, QUOTA));
        }
        return WebService.start(endpoints, new Signatures(gate, SECRETS));
    }

    private static String path(SourceFeed feed) {
        return "/" + feed.id().replace('.', '/');
    }
}
