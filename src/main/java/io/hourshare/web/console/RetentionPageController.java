package io.hourshare.web.console;

import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.operate.retention.RetentionDesk;
import io.hourshare.operate.retention.RetentionView;
import io.hourshare.web.ShownTime;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How long what landed of each feed is kept, and what is gone by rule. */
@Controller
@Needs(Permission.READ_OPERATIONS)
class RetentionPageController {

    private final RetentionDesk desk;
    private final Clock clock;

    RetentionPageController(RetentionDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** A day that is gone, with its feed. */
    record Gone(String title, RetentionView.Ended ended, String at) {}

    @GetMapping("/console/retention")
    String page(Model model) {
        List<RetentionView> feeds = desk.feeds();
        model.addAttribute("feeds", feeds);
        model.addAttribute(
                "gone",
                feeds.stream()
                        .flatMap(feed -> feed.ended().stream()
                                .map(ended -> new Gone(feed.title(), ended, ShownTime.minute(ended.at()))))
                        .toList());
        model.addAttribute("disk", desk.disk().words());
        model.addAttribute("printed", ShownTime.minute(clock.instant()));
        return "console/retention";
    }
}
