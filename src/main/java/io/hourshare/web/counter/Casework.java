package io.hourshare.web.counter;

import io.hourshare.access.Caller;
import io.hourshare.access.Permission;
import io.hourshare.ask.Answers;
import io.hourshare.ledger.CaseView;
import io.hourshare.serve.enterprise.Disputes;
import io.hourshare.serve.profile.EnterpriseProfile;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What people are doing about an enterprise: points to note, open corrections, questions and their answers. */
@Component
public class Casework {

    private final PointsToNote points;
    private final Disputes disputes;
    private final Answers answers;
    private final Clock clock;

    Casework(PointsToNote points, Disputes disputes, Answers answers, Clock clock) {
        this.points = points;
        this.disputes = disputes;
        this.answers = answers;
        this.clock = clock;
    }

    /** Adds it to the enterprise's page. */
    public void addTo(Model model, EnterpriseProfile profile) {
        String id = profile.enterpriseId();
        Map<String, List<CaseView>> doubted = disputes.open(id);
        List<CaseView> open =
                doubted.values().stream().flatMap(Collection::stream).toList();
        model.addAttribute("points", points.of(profile));
        model.addAttribute("doubted", doubted.keySet());
        model.addAttribute("corrections", CaseRows.of(open, clock.instant()));
        model.addAttribute("questions", CaseRows.of(answers.waiting(id), clock.instant()));
        model.addAttribute("answers", answers.of(id));
        model.addAttribute("mayDoubt", Caller.currentMay(Permission.REPORT_ERROR));
    }
}
