package io.hourshare.web;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Conversion;
import io.hourshare.kernel.HourWindow;
import io.hourshare.serve.profile.EnterpriseProfile;
import io.hourshare.serve.profile.EnterpriseProfile.EnterpriseName;
import io.hourshare.serve.profile.ProfileConflict;
import io.hourshare.serve.profile.ProfileConflict.Claimed;
import io.hourshare.serve.profile.ProfileField;
import io.hourshare.web.ProfilePage.Conflict;
import io.hourshare.web.ProfilePage.FormerName;
import io.hourshare.web.ProfilePage.Said;
import io.hourshare.web.ProfilePage.Section;
import io.hourshare.web.ProfilePage.Shown;
import io.hourshare.web.ProfilePage.Why;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays a profile out: first what a clerk needs, then every value by source, then the records. */
@Component
public class ProfilePages {

    private static final List<String> STATUS = List.of("reg_status_code", "reg_status_name");
    private static final List<String> GONE = List.of("注销", "吊销", "迁出", "撤销");

    private static final Map<String, String> POSITIONS =
            Map.of("object", "原始文件", "offset", "起始字节", "length", "字节数", "sheet", "工作表", "row", "行", "cell", "列");

    /** Attributes of the headline in order; those that a town does not have are passed over. */
    private static final List<String> HEADLINE = List.of(
            "legal_rep_name",
            "address",
            "plot",
            FirstFacts.SIZE,
            "employee_num",
            "reg_capital",
            "tax_status_code",
            "taxpayer_kind",
            FirstFacts.PERMITS,
            "contact_name",
            "contact_phone",
            "officer_name",
            "party_org",
            "industry_code",
            "ent_type_name",
            "est_date",
            "tax_bureau",
            "park_status",
            "chain_name");

    private final FeedTitles titles;
    private final CodeTitles codes;
    private final SatelliteTables tables;
    private final Timeline timeline;
    private final FirstFacts facts;
    private final Clock clock;

    ProfilePages(Catalogue catalogue, FeedTitles titles, Clock clock) {
        this.titles = titles;
        this.codes = new CodeTitles(catalogue);
        this.tables = new SatelliteTables(catalogue, codes, titles);
        this.timeline = new Timeline(catalogue, codes, titles);
        this.facts = new FirstFacts(titles);
        this.clock = clock;
    }

    /** The profile as its page and its print show it. */
    public ProfilePage page(EnterpriseProfile profile) {
        Set<String> disputed =
                profile.conflicts().stream().map(ProfileConflict::attribute).collect(Collectors.toUnmodifiableSet());
        List<Shown> values = profile.fields().values().stream()
                .filter(field -> field.value() != null || field.withheld())
                .map(field -> shown(field, disputed))
                .toList();
        LocalDate today = ShownTime.day(clock.instant());
        List<Shown> first = Stream.concat(values.stream(), facts.of(profile, today).stream())
                .toList();
        Shown status = pick(STATUS, values).stream().findFirst().orElse(null);
        return new ProfilePage(
                profile.enterpriseId(),
                Objects.requireNonNullElse(profile.name(), "（名称未知）"),
                codeParts(profile.uscc()),
                status,
                status != null && GONE.stream().anyMatch(status.text()::contains),
                profile.inPark(),
                pick(HEADLINE, first),
                sections(profile, values),
                profile.conflicts().stream().map(this::conflict).toList(),
                tables.of(profile.satellites(), profile.leftOut()),
                formerNames(profile),
                timeline.of(profile, today));
    }

    private Shown shown(ProfileField field, Set<String> disputed) {
        return new Shown(
                field.attribute(),
                field.title(),
                field.value() == null
                        ? "无权查看"
                        : ShownValue.of(codes.title(field.attribute(), field.value()), field.unit()),
                field.feed() == null ? "推算" : feedTitle(field),
                ShownTime.minute(field.sourceTime()),
                field.withheld(),
                disputed.contains(field.attribute()),
                why(field));
    }

    private String feedTitle(ProfileField field) {
        return Objects.requireNonNullElseGet(field.feedTitle(), () -> titles.of(field.feed()));
    }

    private List<Why> why(ProfileField field) {
        if (field.withheld() || field.feed() == null) {
            return List.of();
        }
        List<Why> why = new ArrayList<>();
        why.add(new Why("数据源", feedTitle(field)));
        if (field.window() != null) {
            why.add(new Why("收到的时段", ShownTime.hour(HourWindow.parse(field.window()))));
        }
        field.position().forEach((key, value) -> why.add(new Why(POSITIONS.getOrDefault(key, key), value.toString())));
        if (field.rule() != null) {
            why.add(new Why("转换规则", rule(field.rule())));
        }
        return why;
    }

    /** In words, without its options. */
    private static String rule(String name) {
        return Conversion.named(name)
                .map(Conversion::description)
                .map(description -> description.replaceFirst("[；，：].*", ""))
                .orElse(name);
    }

    private static List<Shown> pick(List<String> attributes, List<Shown> values) {
        return attributes.stream()
                .flatMap(attribute ->
                        values.stream().filter(value -> value.attribute().equals(attribute)))
                .toList();
    }

    private static List<Section> sections(EnterpriseProfile profile, List<Shown> values) {
        Map<String, List<Shown>> bySource = new LinkedHashMap<>();
        for (Shown value : values) {
            bySource.computeIfAbsent(value.source(), source -> new ArrayList<>())
                    .add(value);
        }
        return bySource.entrySet().stream()
                .map(source -> new Section(source.getKey(), List.copyOf(source.getValue())))
                .toList();
    }

    private Conflict conflict(ProfileConflict conflict) {
        List<Said> said = Stream.concat(
                        Stream.of(said(conflict.attribute(), conflict.winner(), true)),
                        conflict.losers().stream().map(loser -> said(conflict.attribute(), loser, false)))
                .toList();
        return new Conflict(conflict.attribute(), conflict.title(), said);
    }

    private Said said(String attribute, Claimed claimed, boolean shown) {
        return new Said(
                ShownValue.of(codes.title(attribute, claimed.value()), null),
                titles.of(claimed.feed()),
                ShownTime.minute(claimed.sourceTime()),
                shown);
    }

    private static List<FormerName> formerNames(EnterpriseProfile profile) {
        return profile.names().stream()
                .filter(name -> !name.name().equals(profile.name()))
                .map(ProfilePages::formerName)
                .distinct()
                .toList();
    }

    private static FormerName formerName(EnterpriseName name) {
        String kind = "former".equals(name.kind()) ? "曾用名" : "其他写法";
        String from = Objects.requireNonNullElse(name.validFrom(), "");
        String to = Objects.requireNonNullElse(name.validTo(), "");
        return new FormerName(name.name(), kind, from.isEmpty() && to.isEmpty() ? "" : from + " 至 " + to);
    }

    private static List<String> codeParts(@Nullable String code) {
        if (code == null) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        for (int start = 0; start < code.length(); start += 4) {
            parts.add(code.substring(start, Math.min(start + 4, code.length())));
        }
        return parts;
    }
}
