package io.hourshare.upload;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.contract.SourceFormat;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.land.Content;
import io.hourshare.land.Delivery;
import io.hourshare.land.LandedBatch;
import io.hourshare.land.LandedFiles;
import io.hourshare.land.LandedObject;
import io.hourshare.land.Landing;
import io.hourshare.normalize.ChangeTrial;
import io.hourshare.serve.RefusedException;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.ListUploaded;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import io.hourshare.store.SlotState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;

/** Takes a file for a feed, says what it would change, and lands it when somebody says so and why. */
public final class UploadDesk {

    private static final Set<SourceFormat> BY_HAND = EnumSet.of(SourceFormat.XLSX, SourceFormat.CSV);
    private static final int FURTHEST_BACK = 48;

    private final Catalogue catalogue;
    private final LandedFiles files;
    private final Landing landing;
    private final Ledger ledger;
    private final Journal journal;
    private final ChangeTrial trial;
    private final HandedIn handedIn;
    private final Clock clock;

    UploadDesk(
            Catalogue catalogue,
            DataRoot root,
            LandedFiles files,
            Landing landing,
            Ledger ledger,
            Journal journal,
            ChangeTrial trial,
            Clock clock) {
        this.catalogue = catalogue;
        this.files = files;
        this.landing = landing;
        this.ledger = ledger;
        this.journal = journal;
        this.trial = trial;
        this.handedIn = new HandedIn(root, clock);
        this.clock = clock;
    }

    /** Feeds whose lists can be carried by hand. */
    public List<Feed> feeds() {
        return catalogue.feeds().stream()
                .filter(feed -> BY_HAND.contains(feed.job().reading().format()))
                .toList();
    }

    /** Keeps the file aside and says what it would change. */
    public Upload preview(FeedId id, String name, InputStream bytes) {
        Feed feed = feed(id);
        String ending = feed.job().reading().format().name().toLowerCase(Locale.ROOT);
        if (!name.toLowerCase(Locale.ROOT).endsWith("." + ending)) {
            throw refused(
                    "file-format",
                    "数据源“" + feed.contract().title() + "”约定的格式是 ." + ending + "，所选文件是“" + name + "”；请另存为 ." + ending
                            + " 后再上传");
        }
        try {
            HandedIn.File file = handedIn.keep(feed.id(), name, bytes);
            HourWindow window = window(feed);
            return Upload.of(file, feed, Files.size(file.path()), window.label(), trial.of(feed, file.path(), window));
        } catch (IOException e) {
            throw new UncheckedIOException("Upload cannot be kept: " + name, e);
        }
    }

    /** Lands a file that was previewed; answers the hour whose delivery it is now. */
    public HourWindow land(String id, String actor, String reason) {
        if (reason.isBlank()) {
            throw refused("reason-missing", "请填写事由（为什么用手工上传），它将记入审计");
        }
        HandedIn.File file =
                handedIn.find(id).orElseThrow(() -> refused("upload-unknown", "没有编号为“" + id + "”的上传，或已超过一天被清除；请重新上传"));
        Feed feed = feed(file.feed());
        HourWindow window = window(feed);
        try {
            LandedBatch batch = land(feed, window, file, actor);
            journal.append(new ListUploaded(feed.id(), window, batch.digest(), file.name(), actor, reason.strip()));
            handedIn.remove(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Upload cannot be landed: " + file.name(), e);
        }
        return window;
    }

    /** What came in the same hour stays part of its delivery, unless the file is the whole list. */
    private LandedBatch land(Feed feed, HourWindow window, HandedIn.File file, String actor) throws IOException {
        Optional<LandedBatch> before = landing.find(feed.id(), window);
        boolean initial =
                before.map(LandedBatch::initial).orElse(ledger.slots(feed.id()).isEmpty());
        try (Delivery delivery = landing.begin(feed.id(), window, initial)) {
            if (feed.contract().mode() != FeedMode.FULL && before.isPresent()) {
                for (LandedObject object : before.get().objects()) {
                    keep(delivery, object.name(), files.content(object.path()), "again:" + object.path());
                }
            }
            keep(
                    delivery,
                    String.valueOf(file.path().getFileName()),
                    Content.of(file.path()),
                    "upload:" + actor + ":" + file.name());
            return delivery.complete(null, null);
        }
    }

    private static void keep(Delivery delivery, String name, Content content, String origin) throws IOException {
        try (InputStream bytes = content.stream()) {
            delivery.keep(name, bytes, origin);
        }
    }

    /** The newest hour that was settled already: an hour that still waits for its source must not lose its own pull. */
    private HourWindow window(Feed feed) {
        HourWindow newest = HourWindow.containing(clock.instant()).previous();
        HourWindow window = newest;
        for (int back = 0; back < FURTHEST_BACK; back++) {
            Optional<SlotState> state = ledger.slot(feed.id(), window).map(Slot::state);
            if (state.filter(known -> known == SlotState.DONE || known == SlotState.HELD || known == SlotState.WAIVED)
                    .isPresent()) {
                return window;
            }
            window = window.previous();
        }
        return newest;
    }

    private Feed feed(FeedId id) {
        return feeds().stream()
                .filter(feed -> feed.id().equals(id))
                .findFirst()
                .orElseThrow(() -> refused(
                        "feed-not-by-hand",
                        "数据源 " + id + " 不收手工文件；可上传的是约定 xlsx 或 csv 的数据源："
                                + feeds().stream()
                                        .map(Feed::id)
                                        .map(FeedId::toString)
                                        .toList()));
    }

    private static RefusedException refused(String code, String detail) {
        return new RefusedException(HttpStatus.UNPROCESSABLE_ENTITY, code, "无法上传", detail);
    }
}
