package io.hourshare.web.console;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.contract.Catalogue;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.snapshot.OperatorSnapshots;
import io.hourshare.operate.snapshot.SnapshotLine;
import io.hourshare.operate.snapshot.SnapshotRefusedException;
import io.hourshare.serve.snapshot.ServedSnapshots;
import io.hourshare.web.ShownTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Kept snapshots, what changed between two of them, and the way back to one. */
@Controller
@RequestMapping("/console/snapshots")
@Needs(Permission.READ_OPERATIONS)
class SnapshotPageController {

    private final OperatorSnapshots snapshots;
    private final ServedSnapshots served;
    private final Map<String, String> titles;
    private final Map<String, String> tables = new TreeMap<>();

    SnapshotPageController(OperatorSnapshots snapshots, ServedSnapshots served, Catalogue catalogue) {
        this.snapshots = snapshots;
        this.served = served;
        this.titles = catalogue.feeds().stream()
                .collect(Collectors.toMap(
                        feed -> feed.id().toString(), feed -> feed.contract().title()));
        catalogue.entities().values().forEach(entity -> tables.put(entity.name().replace('-', '_'), entity.title()));
    }

    /** A snapshot as the page shows it. */
    record Shown(SnapshotLine line, String hour, String published, String state, String look) {

        static Shown of(SnapshotLine line) {
            String state = line.served() ? "正在服务" : line.withdrawn() ? "已回退" : "保留";
            String look = line.served() ? "live" : line.withdrawn() ? "gone" : "";
            return new Shown(
                    line,
                    ShownTime.hour(HourWindow.parse(line.hour())),
                    ShownTime.minute(line.publishedAt()),
                    state,
                    look);
        }
    }

    @GetMapping
    String page(
            @RequestParam(required = false) @Nullable Long from,
            @RequestParam(required = false) @Nullable Long to,
            Model model) {
        fill(model);
        if (from != null && to != null) {
            try {
                model.addAttribute("diff", snapshots.diff(from, to));
            } catch (SnapshotRefusedException e) {
                model.addAttribute("refused", e.getMessage());
            }
        }
        return "console/snapshots";
    }

    @PostMapping("/rollback")
    @Needs(Permission.RUN)
    String rollBack(
            @RequestParam long sequence,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        next.addFlashAttribute("done", "已改由快照 " + sequence + " 提供服务。");
        return acting(model, () -> snapshots.rollBack(sequence, actor(), reason.strip()));
    }

    @PostMapping("/release")
    @Needs(Permission.RUN)
    String release(@RequestParam(defaultValue = "") String reason, Model model, RedirectAttributes next) {
        next.addFlashAttribute("done", "已解除暂停，随下一次发布恢复更新。");
        return acting(model, () -> snapshots.release(actor(), reason.strip()));
    }

    private String acting(Model model, Runnable act) {
        try {
            act.run();
            served.turn();
            return "redirect:/console/snapshots";
        } catch (SnapshotRefusedException e) {
            fill(model);
            model.addAttribute("refused", e.getMessage());
            return "console/snapshots";
        }
    }

    private void fill(Model model) {
        List<Shown> shown = snapshots.all().stream().map(Shown::of).toList();
        model.addAttribute("snapshots", shown);
        model.addAttribute("titles", titles);
        model.addAttribute("tables", tables);
        model.addAttribute("hold", snapshots.hold().orElse(null));
        model.addAttribute(
                "heldSince",
                snapshots.hold().map(hold -> ShownTime.minute(hold.since())).orElse(""));
        model.addAttribute(
                "earlier",
                shown.stream().dropWhile(one -> !one.line().served()).skip(1).toList());
    }

    private static String actor() {
        return Caller.current().map(Caller::name).orElse("匿名");
    }
}
