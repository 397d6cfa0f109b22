package io.hourshare.web.console;

import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.operate.freshness.Freshness;
import io.hourshare.trace.Chains;
import io.hourshare.web.FreshnessBoard;
import io.hourshare.web.ShownTime;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The freshness board for a screen on the wall (大屏), read from three metres; renews itself. */
@Controller
@Needs(Permission.READ_OPERATIONS)
class WallController {

    private final Freshness freshness;
    private final Chains chains;
    private final Clock clock;

    WallController(Freshness freshness, Chains chains, Clock clock) {
        this.freshness = freshness;
        this.chains = chains;
        this.clock = clock;
    }

    @GetMapping("/console/wall")
    String wall(Model model) {
        model.addAttribute("board", FreshnessBoard.of(freshness.now(), chains, clock.instant()));
        model.addAttribute("now", ShownTime.minute(clock.instant()));
        return "console/wall";
    }
}
