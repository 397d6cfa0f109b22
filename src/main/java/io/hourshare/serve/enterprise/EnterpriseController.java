package io.hourshare.serve.enterprise;

import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.access.ReadLog;
import io.hourshare.kernel.HourWindow;
import io.hourshare.serve.Answer;
import io.hourshare.serve.ItemList;
import io.hourshare.serve.RefusedException;
import io.hourshare.serve.Sight;
import io.hourshare.serve.profile.EnterpriseProfile;
import io.hourshare.serve.profile.EnterpriseProfile.IdentityEvent;
import io.hourshare.serve.profile.ProfileField;
import io.hourshare.serve.profile.ProfilePart;
import io.hourshare.serve.profile.Profiles;
import io.hourshare.serve.profile.Profiles.Lookup;
import io.hourshare.serve.search.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search and profile over HTTP. */
@RestController
@RequestMapping("/api/v1/enterprises")
@Needs(Permission.READ_PROFILE)
@Tag(name = "企业", description = "检索企业，查询企业画像")
class EnterpriseController {

    private static final int MOST = 1_000;

    private final Search search;
    private final Profiles profiles;
    private final Disputes disputes;
    private final ObjectProvider<FieldEvidence> evidence;
    private final ReadLog reads;

    EnterpriseController(
            Search search,
            Profiles profiles,
            Disputes disputes,
            ObjectProvider<FieldEvidence> evidence,
            ReadLog reads) {
        this.search = search;
        this.profiles = profiles;
        this.disputes = disputes;
        this.evidence = evidence;
        this.reads = reads;
    }

    @GetMapping
    @Operation(summary = "检索企业", description = "按代码（全部或一部分）、注册号、名称片段、曾用名、拼音（全拼或首字母）、地址检索；每项写明命中原因。默认只查本园区。")
    ResponseEntity<ItemList<SearchHit>> find(
            @Parameter(description = "检索词；为空时列出范围内全部企业") @RequestParam(defaultValue = "") String q,
            @Parameter(description = "检索范围：park 本园区，county 全县") @RequestParam(defaultValue = "park") String scope,
            @Parameter(description = "每页条数，1 到 1000") @RequestParam(defaultValue = "20") int limit,
            @Parameter(description = "上一页给出的 next") @RequestParam(required = false) @Nullable String cursor) {
        if (limit < 1 || limit > MOST) {
            throw badParameter("limit", "应为 1 到 " + MOST + " 的整数");
        }
        Found found = search.find(q, scope(scope), limit, cursor);
        return Answer.of(found.version(), new ItemList<>(found.hits(), found.next()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "查询企业画像", description = "按企业标识、统一社会信用代码或其他完整代码查询。不带 include 时只给出值。")
    ResponseEntity<ProfileAnswer> profile(
            @Parameter(description = "企业标识或完整代码") @PathVariable String id,
            @Parameter(description = "另附的内容，逗号分隔：provenance 每个值的来源，conflicts 部门间不一致，satellites 分项记录")
                    @RequestParam(defaultValue = "")
                    String include,
            @Parameter(description = "查询事由；有权限者写明事由才看到受限字段，记入审计") @RequestParam(defaultValue = "") String purpose,
            @Parameter(description = "已发布的时段，如 2026-11-22T03Z：给出当时已知的情况；其后修复、撤销、到期的不再出现")
                    @RequestParam(required = false)
                    @Nullable
                    String asOf) {
        Set<Include> included = included(include);
        Lookup lookup = find(id, purpose, asOf, parts(included));
        EnterpriseProfile profile = lookup.profile().orElseThrow(() -> notFound(id));
        return Answer.of(lookup.version(), ProfileAnswer.of(profile, included, disputes.open(profile.enterpriseId())));
    }

    @GetMapping("/{id}/fields/{field}")
    @Operation(summary = "为什么是这个值", description = "一个值的全部候选与采信次序、收到的字节位置与转换规则、原始记录摘录、发布批次、时龄与承诺、校核情况。")
    ResponseEntity<FieldAnswer> field(
            @Parameter(description = "企业标识或完整代码") @PathVariable String id,
            @Parameter(description = "字段，如 reg_capital") @PathVariable String field,
            @Parameter(description = "查询事由，同上") @RequestParam(defaultValue = "") String purpose) {
        Lookup lookup = find(id, purpose, null, Set.of(ProfilePart.PROVENANCE, ProfilePart.CONFLICTS));
        EnterpriseProfile profile = lookup.profile().orElseThrow(() -> notFound(id));
        ProfileField known = profile.fields().get(field);
        if (known == null) {
            throw new RefusedException(
                    HttpStatus.NOT_FOUND, "field-not-found", "没有这个值", "这家企业的画像中没有该字段。可用的字段见企业画像的 fields。");
        }
        boolean restrictedToo = Sight.ofCurrent(purpose) == Sight.WHOLE;
        FieldEvidence.Evidence behind = evidence.stream()
                .findFirst()
                .map(source -> source.of(profile.enterpriseId(), field, restrictedToo))
                .orElse(null);
        return Answer.of(
                lookup.version(), FieldAnswer.of(profile, known, behind, disputes.of(profile.enterpriseId(), field)));
    }

    @GetMapping("/{id}/events")
    @Operation(summary = "企业身份变动", description = "记录归入与移出、企业合并与拆分，按时间先后，含原因；多于 2,000 条的为最新的 2,000 条。")
    ResponseEntity<ItemList<IdentityEvent>> events(@Parameter(description = "企业标识或完整代码") @PathVariable String id) {
        Lookup lookup = profiles.find(id, false);
        EnterpriseProfile profile = lookup.profile().orElseThrow(() -> notFound(id));
        return Answer.of(lookup.version(), ItemList.whole(profile.events()));
    }

    /** Whoever reads is in the audit chain before the answer goes out. */
    private Lookup find(String id, String purpose, @Nullable String asOf, Set<ProfilePart> parts) {
        Sight sight = Sight.ofCurrent(purpose);
        Lookup lookup = asOf == null ? profiles.find(id, sight, parts) : profiles.findAsOf(id, sight, hour(asOf));
        lookup.profile()
                .ifPresent(found -> reads.note(
                        sight == Sight.WHOLE ? ReadLog.Reading.REVEALED : ReadLog.Reading.PROFILE,
                        found.enterpriseId(),
                        purpose.strip()));
        return lookup;
    }

    private static Set<ProfilePart> parts(Set<Include> included) {
        Set<ProfilePart> parts = EnumSet.noneOf(ProfilePart.class);
        if (included.contains(Include.PROVENANCE)) {
            parts.add(ProfilePart.PROVENANCE);
        }
        if (included.contains(Include.CONFLICTS)) {
            parts.add(ProfilePart.CONFLICTS);
        }
        if (included.contains(Include.SATELLITES)) {
            parts.add(ProfilePart.SATELLITES);
        }
        return parts;
    }

    private static HourWindow hour(String asOf) {
        try {
            return HourWindow.parse(asOf);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw badParameter("asOf", "应为整点时段，如 2026-11-22T03Z");
        }
    }

    private static Scope scope(String word) {
        return switch (word) {
            case "park" -> Scope.PARK;
            case "county" -> Scope.COUNTY;
            default -> throw badParameter("scope", "应为 park（本园区）或 county（全县）");
        };
    }

    private static Set<Include> included(String words) {
        return Arrays.stream(words.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(EnterpriseController::include)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Include include(String word) {
        return Arrays.stream(Include.values())
                .filter(include -> include.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> badParameter("include", "可选 " + List.of("provenance", "conflicts", "satellites")));
    }

    static RefusedException badParameter(String name, String remedy) {
        return new RefusedException(
                HttpStatus.BAD_REQUEST, "bad-parameter", "参数有误", "参数 " + name + " 不合要求：" + remedy + "。");
    }

    static RefusedException notFound(String id) {
        String shown = id.length() > 40 ? id.substring(0, 40) + "…" : id;
        return new RefusedException(
                HttpStatus.NOT_FOUND,
                "enterprise-not-found",
                "没有这家企业",
                "当前快照中没有标识或代码为“" + shown + "”的企业。请用 /api/v1/enterprises?q= 按名称检索；新设企业在下一次发布后可见。");
    }
}
