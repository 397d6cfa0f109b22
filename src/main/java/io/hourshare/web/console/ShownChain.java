package io.hourshare.web.console;

import io.hourshare.trace.Chain;
import io.hourshare.trace.Hop;
import io.hourshare.web.ShownTime;
import java.util.List;

/** A batch's way as the page shows it. */
public record ShownChain(String says, List<Step> steps) {

    /**
     * One stretch.
     *
     * @param look how it is drawn: {@code slow}, {@code on}, {@code ahead} or nothing special
     */
    public record Step(String title, String took, String at, String look, String mark) {}

    public static ShownChain of(Chain chain) {
        return new ShownChain(
                chain.says(), chain.hops().stream().map(ShownChain::step).toList());
    }

    private static Step step(Hop hop) {
        boolean open = hop.at() == null && hop.seconds() != null;
        String look = hop.slowest() ? "slow" : open ? "on" : hop.at() == null ? "ahead" : "past";
        String mark = hop.slowest() ? "最慢" : open ? "进行中" : "";
        return new Step(hop.title(), took(hop), ShownTime.minute(hop.at()), look, mark);
    }

    private static String took(Hop hop) {
        Long seconds = hop.seconds();
        if (seconds == null) {
            return "—";
        }
        if (seconds < 120) {
            return seconds + " 秒";
        }
        return seconds < 7200 ? seconds / 60 + " 分" : seconds / 3600 + " 时 " + seconds % 3600 / 60 + " 分";
    }
}
