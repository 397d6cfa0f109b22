package io.hourshare.web;

import io.hourshare.serve.Sight;
import io.hourshare.serve.enterprise.Search;
import io.hourshare.serve.enterprise.SearchHit;
import io.hourshare.serve.profile.EnterpriseProfile;
import io.hourshare.serve.profile.Profiles;
import io.hourshare.serve.search.MatchReason;
import io.hourshare.serve.search.Scope;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Others that bear or bore exactly an enterprise's name: never the same because of it, and easily told apart. */
@Component
class Namesakes {

    private static final int MOST = 10;
    private static final String REPRESENTATIVE = "legal_rep_name";

    private final Search search;
    private final Profiles profiles;

    Namesakes(Search search, Profiles profiles) {
        this.search = search;
        this.profiles = profiles;
    }

    /** What tells an enterprise from another of its name; empty where it is not known or not to be seen. */
    record Namesake(String id, String name, String code, String status, String representative, String address) {}

    List<Namesake> of(EnterpriseProfile profile) {
        String name = profile.name();
        if (name == null) {
            return List.of();
        }
        return search.find(name, Scope.COUNTY, MOST, null).hits().stream()
                .filter(hit -> hit.reason() == MatchReason.NAME || hit.reason() == MatchReason.FORMER_NAME)
                .filter(hit -> !hit.enterpriseId().equals(profile.enterpriseId()))
                .map(this::namesake)
                .toList();
    }

    private Namesake namesake(SearchHit hit) {
        String representative = profiles.find(hit.enterpriseId(), Sight.ofCurrent(""))
                .profile()
                .map(profile -> profile.text(REPRESENTATIVE))
                .orElse("");
        return new Namesake(
                hit.enterpriseId(),
                shown(hit.name()),
                shown(hit.uscc()),
                shown(hit.status()),
                representative,
                shown(hit.address()));
    }

    private static String shown(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
