package io.hourshare.web;

import io.hourshare.access.Caller;
import io.hourshare.access.Demonstration;
import io.hourshare.operate.snapshot.OperatorSnapshots;
import io.hourshare.serve.snapshot.ServedSnapshots;
import io.hourshare.web.display.Display;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame. */
@ControllerAdvice(basePackageClasses = FrameAdvice.class)
class FrameAdvice {

    private final ServedSnapshots snapshots;
    private final OperatorSnapshots operator;
    private final Demonstration demonstration;
    private final Clock clock;

    FrameAdvice(ServedSnapshots snapshots, OperatorSnapshots operator, Demonstration demonstration, Clock clock) {
        this.snapshots = snapshots;
        this.operator = operator;
        this.demonstration = demonstration;
        this.clock = clock;
    }

    @ModelAttribute("frame")
    Frame frame() {
        return Frame.of(snapshots.version(), operator.hold(), clock.instant());
    }

    @ModelAttribute("demonstration")
    boolean demonstration() {
        return demonstration.active();
    }

    @ModelAttribute("display")
    Display display(HttpServletRequest request) {
        return Display.of(request);
    }

    @ModelAttribute("menu")
    List<Menu.Link> menu(HttpServletRequest request) {
        return Menu.of(Caller.current().orElse(null), request.getRequestURI());
    }

    @ModelAttribute("caller")
    @Nullable
    Caller caller() {
        return Caller.current().orElse(null);
    }
}
