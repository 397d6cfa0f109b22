package io.hourshare.web;

import io.hourshare.contract.Catalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the resolution compares, as people say it: numbers by what they are, regions by their names. */
@Component
public final class IdentityFacts {

    private static final Map<String, String> KINDS = Map.of(
            "uscc", "统一社会信用代码",
            "org", "组织机构代码",
            "reg", "注册号",
            "cut", "被截短的代码",
            "old", "旧编号",
            "bad", "有误的代码");

    private final Map<String, String> regions;

    IdentityFacts(Catalogue catalogue) {
        this.regions = CodeTitles.of(catalogue, "regions");
    }

    /** @param claims {@code kind:value}, divided by {@code |}; a unified code says the organisation code in it, too */
    public String numbers(@Nullable String claims) {
        List<String> all = Arrays.asList((claims == null ? "" : claims).split("\\|"));
        List<String> unified =
                all.stream().filter(claim -> claim.startsWith("uscc:")).toList();
        return all.stream()
                .filter(claim -> !claim.startsWith("org:")
                        || unified.stream().noneMatch(code -> code.contains(claim.substring("org:".length()))))
                .map(IdentityFacts::number)
                .collect(Collectors.joining("；"));
    }

    private static String number(String claim) {
        int colon = claim.indexOf(':');
        String kind = KINDS.get(claim.substring(0, Math.max(0, colon)));
        return kind == null ? claim : kind + " " + claim.substring(colon + 1);
    }

    /** A code that no list has is shown by the county that it lies in. */
    public String region(@Nullable String code) {
        String known = code == null ? "" : code;
        String county = known.length() > 6 ? known.substring(0, 6) : known;
        return regions.getOrDefault(known, regions.getOrDefault(county, known));
    }
}
