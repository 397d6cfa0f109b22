package io.hourshare.web;

import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.balance.Balance;
import io.hourshare.operate.balance.BalanceLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Feeds by hours: what became of each, newest hour first.
 *
 * @param hours the columns
 */
public record SlotGrid(List<Hour> hours, List<Line> lines) {

    /** A column: its window, and what stands above it. */
    public record Hour(String window, String label, String day) {

        /** Newest first, a day begins with its last hour. */
        public boolean isLastOfDay() {
            return label.equals("23");
        }
    }

    /**
     * One feed's hours.
     *
     * @param cells markup of all its slots: written here, as a template's expressions for each of 8,400 cells took most
     *     of the page's time
     * @param troubled whether an hour of it is missing, failed or held
     */
    public record Line(String feed, String title, String cells, boolean troubled) {}

    /** Only feeds that somebody has to see to. */
    SlotGrid troubled() {
        return new SlotGrid(hours, lines.stream().filter(Line::troubled).toList());
    }

    /** Hours in a line on paper, each of which begins with its day. */
    private static final int A_DAY = 24;

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

    private static final Set<Outcome> TROUBLE = EnumSet.of(Outcome.MISSING, Outcome.FAILED, Outcome.HELD);

    static SlotGrid of(List<Feed> feeds, Balance balance, HourWindow newest, int count) {
        List<HourWindow> windows = new ArrayList<>();
        for (HourWindow window = newest; windows.size() < count; window = window.previous()) {
            windows.add(window);
        }
        List<Hour> hours = windows.stream().map(SlotGrid::hour).toList();
        List<Line> lines = feeds.stream()
                .map(feed -> line(feed, hours, balance.of(feed, windows)))
                .toList();
        return new SlotGrid(hours, lines);
    }

    private static Hour hour(HourWindow window) {
        String minute = ShownTime.minute(window.start());
        return new Hour(window.label(), minute.substring(11, 13), minute.substring(5, 10));
    }

    private static Line line(Feed feed, List<Hour> hours, List<BalanceLine> balances) {
        boolean full = feed.contract().mode() == FeedMode.FULL;
        Outcome[] outcomes = outcomes(balances, full);
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < hours.size(); i++) {
            cells.append("<td class=\"")
                    .append(outcomes[i].look)
                    .append(hours.get(i).isLastOfDay() ? " eve\"" : "\"");
            if (i % A_DAY == 0) {
                cells.append(" data-day=\"").append(hours.get(i).day()).append('"');
            }
            cells.append('>');
            link(cells, feed.id().toString(), hours.get(i), outcomes[i]);
            cells.append("</td>");
        }
        return new Line(
                feed.id().toString(),
                feed.contract().title(),
                cells.toString(),
                Arrays.stream(outcomes).anyMatch(TROUBLE::contains));
    }

    /** Nothing in it needs escaping: names of feeds and hours are checked words, the rest is said above. */
    private static void link(StringBuilder cells, String feed, Hour hour, Outcome outcome) {
        if (outcome == Outcome.BEFORE) {
            return;
        }
        cells.append("<a href=\"hours/")
                .append(hour.window())
                .append("/feeds/")
                .append(feed)
                .append("\" title=\"")
                .append(hour.day())
                .append(' ')
                .append(hour.label())
                .append(" 时：")
                .append(outcome.word)
                .append("\">")
                .append(outcome.sign)
                .append("</a>");
    }

    private static Outcome[] outcomes(List<BalanceLine> line, boolean full) {
        int first = line.size() - 1;
        while (first > 0 && untouched(line.get(first))) {
            first--;
        }
        boolean covered = false;
        Outcome[] outcomes = new Outcome[line.size()];
        for (int i = 0; i < outcomes.length; i++) {
            BalanceLine slot = line.get(i);
            outcomes[i] = !untouched(slot)
                    ? outcome(slot)
                    : i > first ? Outcome.BEFORE : covered ? Outcome.COVERED : Outcome.MISSING;
            covered |= full && slot.state().equals("DONE");
        }
        return outcomes;
    }

    private static Outcome outcome(BalanceLine slot) {
        return switch (slot.state()) {
            case "DONE" -> slot.received() == 0 ? Outcome.EMPTY : Outcome.DONE;
            case "LANDED" -> Outcome.LANDED;
            case "HELD" -> Outcome.HELD;
            case "FAILED" -> Outcome.FAILED;
            default -> Outcome.WAIVED;
        };
    }

    private static boolean untouched(BalanceLine slot) {
        return slot.state().equals("DUE");
    }
}
