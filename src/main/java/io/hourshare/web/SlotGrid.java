package io.hourshare.web;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.balance.Balance;
import io.hourshare.operate.balance.BalanceLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Feeds by hours: what became of each, newest hour first.
 *
 * @param hours the columns
 */
public record SlotGrid(List<Hour> hours, List<Line> lines) {

    /** A column: its window, and what stands above it. */
    public record Hour(String window, String label, String day) {}

    /** One feed's hours. */
    public record Line(String feed, String title, List<Cell> cells) {}

    /** One slot. */
    public record Cell(String window, String look, String sign, String word) {

        private static Cell of(String window, Outcome outcome) {
            return new Cell(window, outcome.look, outcome.sign, outcome.word);
        }
    }

    private enum Outcome {
        DONE("done", "✓", "已入库"),
        EMPTY("done", "○", "零报送"),
        LANDED("busy", "…", "待入库"),
        HELD("held", "‖", "待处理"),
        FAILED("failed", "✕", "失败"),
        WAIVED("waived", "免", "免报"),
        COVERED("waived", "↷", "由后续全量覆盖"),
        MISSING("missing", "缺", "缺数"),
        BEFORE("before", "", "尚未接入");

        private final String look;
        private final String sign;
        private final String word;

        Outcome(String look, String sign, String word) {
            this.look = look;
            this.sign = sign;
            this.word = word;
        }
    }

    static SlotGrid of(Catalogue catalogue, Balance balance, HourWindow newest, int count) {
        List<HourWindow> windows = new ArrayList<>();
        for (HourWindow window = newest; windows.size() < count; window = window.previous()) {
            windows.add(window);
        }
        Map<String, List<BalanceLine>> byFeed = new LinkedHashMap<>();
        for (HourWindow window : windows) {
            balance.of(window)
                    .forEach(line -> byFeed.computeIfAbsent(line.feed(), feed -> new ArrayList<>())
                            .add(line));
        }
        List<Line> lines = byFeed.entrySet().stream()
                .map(feed -> line(catalogue, feed.getKey(), windows, feed.getValue()))
                .toList();
        return new SlotGrid(windows.stream().map(SlotGrid::hour).toList(), lines);
    }

    private static Hour hour(HourWindow window) {
        String minute = ShownTime.minute(window.start());
        return new Hour(window.label(), minute.substring(11, 13), minute.substring(5, 10));
    }

    private static Line line(Catalogue catalogue, String feed, List<HourWindow> windows, List<BalanceLine> balances) {
        boolean full = catalogue
                .feed(FeedId.parse(feed))
                .map(Feed::contract)
                .filter(contract -> contract.mode() == FeedMode.FULL)
                .isPresent();
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            cells.add(Cell.of(windows.get(i).label(), outcome(balances, i, full)));
        }
        return new Line(feed, balances.get(0).title(), cells);
    }

    private static Outcome outcome(List<BalanceLine> line, int place, boolean full) {
        BalanceLine slot = line.get(place);
        return switch (slot.state()) {
            case "DONE" -> slot.received() == 0 ? Outcome.EMPTY : Outcome.DONE;
            case "LANDED" -> Outcome.LANDED;
            case "HELD" -> Outcome.HELD;
            case "FAILED" -> Outcome.FAILED;
            case "WAIVED" -> Outcome.WAIVED;
            default -> untouched(line, place, full);
        };
    }

    private static Outcome untouched(List<BalanceLine> line, int place, boolean full) {
        boolean begun = line.subList(place, line.size()).stream().anyMatch(SlotGrid::touched);
        if (!begun && place > 0) {
            return Outcome.BEFORE;
        }
        boolean covered = full
                && line.subList(0, place).stream()
                        .anyMatch(later -> later.state().equals("DONE"));
        return covered ? Outcome.COVERED : Outcome.MISSING;
    }

    private static boolean touched(BalanceLine slot) {
        return !slot.state().equals("DUE");
    }
}
