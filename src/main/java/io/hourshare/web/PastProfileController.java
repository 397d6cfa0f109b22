package io.hourshare.web;

import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.access.ReadLog;
import io.hourshare.history.EnterpriseHistory;
import io.hourshare.kernel.HourWindow;
import io.hourshare.serve.RefusedException;
import io.hourshare.serve.Sight;
import io.hourshare.serve.profile.EnterpriseProfile;
import io.hourshare.serve.profile.Profiles;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One enterprise as it was known in a published hour, with what changed since. */
@Controller
@Needs(Permission.READ_PROFILE)
class PastProfileController {

    private static final int MOST = 200;

    private final Profiles profiles;
    private final ProfilePages pages;
    private final ReadLog reads;
    private final PastChanges changes;
    private final ObjectProvider<EnterpriseHistory> history;

    PastProfileController(
            Profiles profiles,
            ProfilePages pages,
            ReadLog reads,
            PastChanges changes,
            ObjectProvider<EnterpriseHistory> history) {
        this.profiles = profiles;
        this.pages = pages;
        this.reads = reads;
        this.changes = changes;
        this.history = history;
    }

    @GetMapping(path = "/enterprises/{id}", params = "asOf")
    String profile(@PathVariable String id, @RequestParam String asOf, Model model) {
        HourWindow asked = parse(asOf);
        Profiles.Lookup lookup = profiles.findAsOf(id, Sight.ofCurrent(""), asked);
        model.addAttribute("hour", ShownTime.field(asked));
        model.addAttribute("id", id);
        model.addAttribute("known", ShownTime.hour(lookup.version().hour()));
        model.addAttribute("published", ShownTime.minute(lookup.version().publishedAt()));
        Optional<EnterpriseProfile> found = lookup.profile();
        found.ifPresent(profile -> reads.note(ReadLog.Reading.PROFILE, profile.enterpriseId(), "回看 " + asked.label()));
        model.addAttribute("page", found.map(pages::page).orElse(null));
        String enterprise = found.map(EnterpriseProfile::enterpriseId).orElse(id);
        model.addAttribute("changes", changes(enterprise, asked));
        return "enterprise-past";
    }

    private List<PastChanges.Line> changes(String enterprise, HourWindow hour) {
        return history.stream()
                .flatMap(known -> known.since(enterprise, hour, false).stream())
                .filter(PastChanges::isTold)
                .limit(MOST)
                .map(changes::line)
                .toList();
    }

    private static HourWindow parse(String hour) {
        try {
            return ShownTime.hour(hour);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "bad-parameter", "时段有误", "请选择整点时刻，例如 2026-11-22 11:00。");
        }
    }
}
