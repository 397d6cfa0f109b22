package io.hourshare.history;

import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.serve.MovedException;
import io.hourshare.serve.RefusedException;
import io.hourshare.serve.Sight;
import io.hourshare.serve.profile.EnterpriseProfile;
import io.hourshare.serve.profile.Profiles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The feed of changes, and one enterprise's history. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "变动", description = "逐次发布的变动：旧值、新值、合并与拆分；单户的变动经过")
class ChangeController {

    private static final int MOST = 10_000;

    private final ChangeFeed feed;
    private final Telling telling;
    private final EnterpriseHistory history;
    private final Profiles profiles;

    ChangeController(ChangeFeed feed, Telling telling, EnterpriseHistory history, Profiles profiles) {
        this.feed = feed;
        this.telling = telling;
        this.history = history;
        this.profiles = profiles;
    }

    /** A page of the feed; {@code next} is never null: ask with it again later. */
    record ChangePage(List<ToldChange> items, String next) {}

    /** Where to go on after having taken everything from the snapshot that is served. */
    record Start(long sequence, String hour, String next) {}

    @GetMapping("/changes/start")
    @Needs(Permission.DOWNLOAD)
    @Operation(summary = "从何处接续", description = "先取当前快照的全部企业（分页检索或分析文件），再以 next 接续变动，不漏不重")
    Start start() {
        ChangeBatch last = feed.end();
        return new Start(
                last.sequence(), last.hour().label(), ChangeCursor.endOf(last).toString());
    }

    @GetMapping("/changes")
    @Needs(Permission.DOWNLOAD)
    @Operation(
            summary = "变动流",
            description = "按发布先后，每项含旧值与新值；合并、拆分为 identity 事件；没有新变动时 items 为空，稍后以同一 next 再取。"
                    + "接续点之后有不可比的发布、早于保存的 400 天、或属于恢复备份后已不存在的发布时答 410，须重新从快照接续。"
                    + "已撤回的发布所说的取值不再给出（withheld_because 为 withdrawn），回退的各项给出恢复后的取值。")
    ChangePage changes(
            @Parameter(description = "上次的 next；首次取 /changes/start 的 next") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(description = "条数，1 到 10000") @RequestParam(defaultValue = "1000") int limit,
            @Parameter(description = "查询事由；有权限者写明事由才看到受限取值") @RequestParam(defaultValue = "") String purpose) {
        boolean whole = Sight.ofCurrent(purpose) == Sight.WHOLE;
        ChangeFeed.Page page = feed.page(after, Math.max(1, Math.min(limit, MOST)));
        return new ChangePage(
                telling.tell(page.rows(), whole, true), page.next().toString());
    }

    @GetMapping("/enterprises/{id}/history")
    @Needs(Permission.READ_PROFILE)
    @Operation(summary = "一户的变动经过，新的在前", description = "hour 为得知的时段，valid_from 为来源系统中的时间")
    EnterpriseHistory.Page history(
            @Parameter(description = "企业标识或完整代码") @PathVariable String id,
            @Parameter(description = "上一页给出的 next") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "条数，1 到 10000") @RequestParam(defaultValue = "1000") int limit,
            @Parameter(description = "查询事由，同上") @RequestParam(defaultValue = "") String purpose) {
        boolean whole = Sight.ofCurrent(purpose) == Sight.WHOLE;
        EnterpriseHistory.Page told = history.of(known(id), whole, cursor, Math.max(1, Math.min(limit, MOST)));
        if (told.items().isEmpty() && !isServed(id)) {
            throw new RefusedException(
                    HttpStatus.NOT_FOUND,
                    "enterprise-not-found",
                    "没有这家企业",
                    "当前快照与变动记录中都没有标识或代码为“" + id + "”的企业。请用 /api/v1/enterprises?q= 按名称检索。");
        }
        return told;
    }

    private boolean isServed(String id) {
        return lookUp(id).isPresent();
    }

    /** The id that leads to what is served; one that has ended keeps its own history. */
    private String known(String idOrCode) {
        return lookUp(idOrCode).map(EnterpriseProfile::enterpriseId).orElse(idOrCode);
    }

    private Optional<EnterpriseProfile> lookUp(String idOrCode) {
        try {
            return profiles.find(idOrCode, false).profile();
        } catch (MovedException ended) {
            return Optional.empty();
        }
    }
}
