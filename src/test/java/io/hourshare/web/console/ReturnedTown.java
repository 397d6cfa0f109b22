package io.hourshare.web.console;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.land.Delivery;
import io.hourshare.land.LandedBatch;
import io.hourshare.land.Landing;
import io.hourshare.normalize.Normalization;
import io.hourshare.store.BatchCounts;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.Ledger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Deliveries with faults, taken in for real. */
public final class ReturnedTown {

    public static final String FEED = "tax.credit-rating";
    public static final HourWindow HOUR = HourWindow.parse("2026-11-22T02Z");

    private static final String HEADER = "NSRSBH,NSRMC,PJND,XYDJ,PJDF,PJRQ,PJDW\n";

    private ReturnedTown() {}

    /** Eight good ratings, three with a rating that nobody knows, one without a name. */
    public static void deliver(ApplicationContext context) throws IOException {
        StringBuilder list = new StringBuilder(HEADER);
        for (int i = 0; i < 8; i++) {
            list.append("91110000600037341L,示范县第")
                    .append(i)
                    .append("机械厂,")
                    .append(2015 + i)
                    .append(",A,95,2025-04-20,示范县税务局\n");
        }
        for (int i = 0; i < 3; i++) {
            list.append("91110000600037341L,示范县恒泰")
                    .append(i)
                    .append("电子厂,")
                    .append(2010 + i)
                    .append(",Q,90,2025-04-20,联系 13812345678\n");
        }
        list.append("91110000600037341L,,2009,A,90,2025-04-20,示范县税务局\n");
        deliver(context, FEED, HOUR, "list.csv", list.toString().getBytes(Charset.forName("GBK")));
    }

    /** The hour after, the record without a name comes with one. */
    static void mend(ApplicationContext context) throws IOException {
        String mended = HEADER + "91110000600037341L,示范县补全机械厂,2009,A,90,2025-04-20,示范县税务局\n";
        deliver(context, FEED, HOUR.next(), "mended.csv", mended.getBytes(Charset.forName("GBK")));
    }

    /** An hour that brought nothing, but was there. */
    public static void accept(ApplicationContext context, String feed, HourWindow hour) {
        FeedId id = FeedId.parse(feed);
        Digest delivery = Digest.of(feed + hour);
        Journal journal = context.getBean(Journal.class);
        journal.append(new DeliveryLanded(id, hour, delivery, List.of(), null, null, null, true));
        BatchCounts nothing = new BatchCounts(null, 0, 0, 0, 0, 0, 0, 0);
        journal.append(new BatchAdopted(id, hour, delivery, delivery, List.of(), nothing, hour.end(), 1));
    }

    /** As if the hour had been accepted under an older catalogue. */
    static void ageCatalogue(ApplicationContext context) {
        Journal journal = context.getBean(Journal.class);
        BatchAdopted now = context.getBean(Ledger.class)
                .slot(FeedId.parse(FEED), HOUR)
                .orElseThrow()
                .adopted();
        journal.append(new BatchAdopted(
                now.feed(),
                now.window(),
                now.delivery(),
                Digest.of("an older catalogue"),
                now.files(),
                now.counts(),
                HOUR.end(),
                now.elapsedMillis()));
    }

    /** Lands and accepts one object. */
    static void deliver(ApplicationContext context, String feed, HourWindow hour, String name, byte[] bytes)
            throws IOException {
        Feed known = context.getBean(Catalogue.class).feed(FeedId.parse(feed)).orElseThrow();
        LandedBatch batch;
        try (Delivery delivery = context.getBean(Landing.class).begin(known.id(), hour, false)) {
            delivery.keep(name, new ByteArrayInputStream(bytes), "test:" + name);
            batch = delivery.complete(null, null);
        }
        context.getBean(Normalization.class).normalize(known, batch);
    }
}
