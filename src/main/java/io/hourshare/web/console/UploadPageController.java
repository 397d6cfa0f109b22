package io.hourshare.web.console;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.serve.RefusedException;
import io.hourshare.upload.Upload;
import io.hourshare.upload.UploadDesk;
import io.hourshare.web.ShownTime;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Hands a list in: choose it, see what it would change, land it with a reason. */
@Controller
@RequestMapping("/console/upload")
@Needs(Permission.RUN)
class UploadPageController {

    private static final String PAGE = "console/upload";

    private final UploadDesk desk;

    UploadPageController(UploadDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    String form(Model model) {
        return fill(model);
    }

    @PostMapping
    String preview(@RequestParam String feed, @RequestParam MultipartFile file, Model model) throws IOException {
        try (InputStream bytes = file.getInputStream()) {
            Upload upload =
                    desk.preview(FeedId.parse(feed), Objects.requireNonNullElse(file.getOriginalFilename(), ""), bytes);
            model.addAttribute("upload", upload);
            model.addAttribute("hour", ShownTime.hour(HourWindow.parse(upload.window())));
        } catch (RefusedException | IllegalArgumentException e) {
            model.addAttribute("refused", e instanceof RefusedException ? e.getMessage() : "请从列表中选择数据源");
        }
        model.addAttribute("feed", feed);
        return fill(model);
    }

    @PostMapping("/{id}")
    String land(@PathVariable String id, @RequestParam String reason, Model model) {
        try {
            HourWindow window = desk.land(id, Caller.current().map(Caller::name).orElse(""), reason);
            model.addAttribute("landed", ShownTime.hour(window));
            model.addAttribute("window", window.label());
        } catch (RefusedException e) {
            model.addAttribute("refused", e.getMessage());
        }
        return fill(model);
    }

    private String fill(Model model) {
        model.addAttribute("feeds", desk.feeds());
        return PAGE;
    }
}
