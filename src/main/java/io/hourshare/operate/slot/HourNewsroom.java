package io.hourshare.operate.slot;

import io.hourshare.kernel.HourWindow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Passes news of the hour on to everybody who subscribed. */
public final class HourNewsroom {

    private final List<HourNews> readers = new CopyOnWriteArrayList<>();

    public HourNewsroom() {}

    public void subscribe(HourNews reader) {
        readers.add(reader);
    }

    public void starting(List<DueSlot> slots) {
        Map<HourWindow, List<String>> feeds = slots.stream()
                .collect(Collectors.groupingBy(
                        DueSlot::window,
                        TreeMap::new,
                        Collectors.mapping(slot -> slot.feed().contract().title(), Collectors.toList())));
        readers.forEach(reader -> feeds.forEach(reader::starting));
    }

    public void done(DueSlot slot, String summary) {
        readers.forEach(reader -> reader.done(slot.window(), slot.feed().id().toString(), summary));
    }

    public void published(HourWindow hour) {
        readers.forEach(reader -> reader.published(hour));
    }
}
