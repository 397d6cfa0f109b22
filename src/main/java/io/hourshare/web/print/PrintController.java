package io.hourshare.web.print;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.access.ReadLog;
import io.hourshare.serve.Sight;
import io.hourshare.serve.profile.EnterpriseProfile;
import io.hourshare.serve.profile.Profiles;
import io.hourshare.serve.profile.Profiles.Lookup;
import io.hourshare.web.ProfilePages;
import io.hourshare.web.ShownTime;
import io.hourshare.web.counter.PointsToNote;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A profile on paper; nothing is printed without a purpose, and the print is in the audit chain. */
@Controller
@Needs(Permission.READ_PROFILE)
@Tag(name = "企业")
class PrintController {

    private static final int LONGEST = 60;

    private final Profiles profiles;
    private final ProfilePages pages;
    private final PointsToNote points;
    private final ReadLog reads;
    private final PrintFont font;
    private final Clock clock;

    PrintController(
            Profiles profiles,
            ProfilePages pages,
            PointsToNote points,
            ReadLog reads,
            PrintSettings settings,
            Clock clock) {
        this.profiles = profiles;
        this.pages = pages;
        this.points = points;
        this.reads = reads;
        this.font = new PrintFont(settings);
        this.clock = clock;
    }

    @GetMapping("/enterprises/{id}/print")
    String form(@PathVariable String id, Model model) {
        EnterpriseProfile profile = profile(id, "").profile().orElseThrow(PrintController::absent);
        model.addAttribute("id", profile.enterpriseId());
        model.addAttribute("name", profile.name());
        return "counter/print";
    }

    @GetMapping({"/enterprises/{id}/print.pdf", "/api/v1/enterprises/{id}/print"})
    @Operation(summary = "打印企业画像（A4 PDF）", description = "purpose 为打印事由，必填，印在每页水印上并记入审计；whole=true 打印全部内容，否则一页")
    ResponseEntity<byte[]> print(
            @PathVariable String id,
            @RequestParam String purpose,
            @RequestParam(defaultValue = "false") boolean whole) {
        String said = purpose.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no purpose");
        }
        Lookup lookup = profile(id, said);
        EnterpriseProfile profile = lookup.profile().orElseThrow(PrintController::absent);
        byte[] pdf = ProfilePdf.of(out(profile, lookup, said, whole), font.get());
        reads.note(ReadLog.Reading.PRINTED, profile.enterpriseId(), said);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + profile.enterpriseId() + ".pdf\"")
                .body(pdf);
    }

    /** Paper goes astray: what is masked on the screen until revealed is masked on it, whatever the purpose. */
    private Lookup profile(String id, String purpose) {
        Sight sight = Sight.ofCurrent(purpose) == Sight.NOTHING ? Sight.NOTHING : Sight.MASKED;
        return profiles.find(id, sight);
    }

    private PrintOut out(EnterpriseProfile profile, Lookup lookup, String purpose, boolean whole) {
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/enterprises/{id}")
                .encode()
                .buildAndExpand(profile.enterpriseId())
                .toUriString();
        String mark =
                Caller.current().map(Caller::name).orElse("") + "　" + ShownTime.minute(clock.instant()) + "　" + purpose;
        String origin = "时享　数据快照 " + lookup.version().sequence() + "（"
                + ShownTime.hour(lookup.version().hour()) + "）　仅供所写事由使用";
        return new PrintOut(pages.page(profile), points.of(profile), address, mark, origin, whole);
    }

    @ExceptionHandler
    ModelAndView noFont(NoFontException missing) {
        ModelAndView view = new ModelAndView("error", HttpStatus.SERVICE_UNAVAILABLE);
        view.addObject("title", "不能生成 PDF");
        view.addObject("detail", missing.getMessage());
        return view;
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
