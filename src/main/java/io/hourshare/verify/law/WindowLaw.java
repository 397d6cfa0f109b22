package io.hourshare.verify.law;

import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.JournalFact.ObjectLanded;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.Slot;
import io.hourshare.store.SlotState;
import io.hourshare.verify.Law;
import io.hourshare.verify.Level;
import io.hourshare.verify.law.Subject.Entry;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Law 7: a feed's windows follow each other without a gap, and what landed for one is counted for no other. */
final class WindowLaw implements LawCount {

    private static final Duration PATIENCE = Duration.ofHours(24);

    @Override
    public Law law() {
        return Law.WINDOWS;
    }

    @Override
    public Level from() {
        return Level.QUICK;
    }

    @Override
    public void count(Subject subject, Findings findings) {
        subject.entries(ObjectLanded.class).forEach(line -> place(line, findings));
        Map<String, String> owners = new HashMap<>();
        subject.entries(DeliveryLanded.class).forEach(line -> overlap(line, owners, findings));
        subject.entries(SnapshotPublished.class).forEach(line -> future(line, findings));
        Set<FeedId> feeds = new TreeSet<>(subject.all(DeliveryLanded.class).stream()
                .map(DeliveryLanded::feed)
                .toList());
        feeds.forEach(feed -> tiles(subject, feed, findings));
    }

    /** An object lies in the folder of the window that it is counted for. */
    private static void place(Entry<ObjectLanded> line, Findings findings) {
        ObjectLanded object = line.entry();
        String folder = "landing/" + object.feed() + "/" + object.window() + "/";
        findings.checked(1);
        if (!object.path().startsWith(folder)) {
            findings.broken(object.feed() + " " + object.window(), folder, object.path(), line.file(), line.row());
        }
    }

    private static void overlap(Entry<DeliveryLanded> line, Map<String, String> owners, Findings findings) {
        String slot = line.entry().feed() + " " + line.entry().window();
        for (String path : line.entry().objects()) {
            String before = owners.putIfAbsent(path, slot);
            if (before != null && !before.equals(slot)) {
                findings.broken(slot, "只属于 " + before, "又计入 " + slot, line.file(), line.row());
            }
        }
    }

    private static void future(Entry<SnapshotPublished> line, Findings findings) {
        HourWindow hour = line.entry().hour();
        if (hour.start().isAfter(line.placed().line().at())) {
            findings.broken("快照 " + line.entry().sequence(), "已过去的时段", hour, line.file(), line.row());
        }
    }

    private static void tiles(Subject subject, FeedId feed, Findings findings) {
        List<Slot> slots = subject.ledger().slots(feed);
        List<HourWindow> settled = slots.stream()
                .filter(slot -> slot.state() == SlotState.DONE)
                .map(Slot::window)
                .toList();
        Set<HourWindow> known = new HashSet<>(slots.stream().map(Slot::window).toList());
        if (settled.isEmpty()) {
            return;
        }
        HourWindow newest = settled.get(settled.size() - 1);
        for (HourWindow window = settled.get(0); window.compareTo(newest) < 0; window = window.next()) {
            findings.checked(1);
            if (!known.contains(window)) {
                boolean late = window.end().plus(PATIENCE).isBefore(newest.end());
                gap(feed, window, late, findings);
            }
        }
        slots.stream().filter(slot -> subject.covers(slot.window())).forEach(slot -> state(slot, findings));
    }

    private static void gap(FeedId feed, HourWindow window, boolean late, Findings findings) {
        String scope = feed + " " + window;
        String found = late ? "DUE（已逾一天仍未补上）" : "DUE（待补）";
        findings.warning(scope, "DONE、HELD、FAILED 或 WAIVED", found, "journal");
    }

    private static void state(Slot slot, Findings findings) {
        String scope = slot.feed() + " " + slot.window();
        switch (slot.state()) {
            case HELD, FAILED -> findings.warning(scope, "DONE", slot.state() + " " + slot.trouble(), "journal");
            case DONE -> {
                if (slot.adopted() == null) {
                    findings.broken(scope, "DONE 有采用的结果", "没有", "journal", null);
                } else if (slot.delivery() != null
                        && !Objects.requireNonNull(slot.adopted())
                                .delivery()
                                .equals(slot.delivery().delivery())) {
                    findings.broken(scope, "采用最新的批次", "采用了更早的批次", "journal", null);
                }
            }
            case LANDED, WAIVED -> findings.checked(1);
        }
    }
}
