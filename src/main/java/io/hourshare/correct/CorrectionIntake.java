package io.hourshare.correct;

import io.hourshare.access.Caller;
import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.evidence.Claim;
import io.hourshare.evidence.PublishedClaims;
import io.hourshare.kernel.Digest;
import io.hourshare.ledger.CaseIntake;
import io.hourshare.ledger.CaseRefusedException;
import io.hourshare.merge.SameValue;
import io.hourshare.publish.Visibility;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/**
 * Opens a correction on a value of the served profile: who gave it, in which record, and what it is.
 *
 * <p>Needs {@code enterprise} and {@code field}; {@code feed} where not the believed value but another's is doubted.
 */
final class CorrectionIntake implements CaseIntake {

    static final String LEDGER = "correction";

    private final Catalogue catalogue;
    private final Visibility visibility;
    private final PublishedClaims claims;

    CorrectionIntake(Catalogue catalogue, PublishedClaims claims) {
        this.catalogue = catalogue;
        this.visibility = new Visibility(catalogue);
        this.claims = claims;
    }

    @Override
    public String ledger() {
        return LEDGER;
    }

    @Override
    public Map<String, String> complete(Map<String, String> details, Caller opener) {
        String enterprise = details.getOrDefault("enterprise", "").strip();
        String field = details.getOrDefault("field", "").strip();
        String feed = details.getOrDefault("feed", "").strip();
        require(enterprise, field);
        List<Claim> spoken = claims.of(enterprise, field).stream()
                .filter(claim -> catalogue.feed(claim.feed()).isPresent())
                .toList();
        Claim doubted = spoken.stream()
                .filter(claim -> feed.isEmpty() || claim.feed().toString().equals(feed))
                .findFirst()
                .orElseThrow(() -> nothingSaid(enterprise, field, feed));
        boolean restricted = visibility.isRestricted(field);
        Map<String, String> complete = new HashMap<>(details);
        describe(complete, doubted);
        if (!restricted) {
            complete.put("value", doubted.value());
            complete.putIfAbsent("evidence", others(doubted, spoken));
        }
        return complete;
    }

    private void describe(Map<String, String> details, Claim doubted) {
        String enterprise = doubted.enterpriseId();
        believed(enterprise, "ent_name").ifPresent(name -> details.put("enterprise_name", name));
        believed(enterprise, "uscc").ifPresent(uscc -> details.put("uscc", uscc));
        details.put(
                "field_title",
                catalogue
                        .field(CanonicalEntity.ENTERPRISE, doubted.attribute())
                        .map(CanonicalField::title)
                        .orElse(doubted.attribute()));
        details.put("department", doubted.feed().department());
        details.put("feed", doubted.feed().toString());
        details.put("source_field", doubted.sourceField());
        details.put("record_key", doubted.recordKey());
        details.put("value_digest", digest(doubted.value()));
        if (doubted.observedAt() != null) {
            details.put("observed_at", doubted.observedAt().toString());
        }
    }

    /** What tells a value from another, whatever way it is written in; names no value. */
    static String digest(String value) {
        return Digest.of(SameValue.comparable(value)).hex();
    }

    private Optional<String> believed(String enterprise, String attribute) {
        return claims.of(enterprise, attribute).stream()
                .filter(Claim::winner)
                .map(Claim::value)
                .findFirst();
    }

    private String others(Claim doubted, List<Claim> spoken) {
        return spoken.stream()
                .filter(claim -> !claim.feed().equals(doubted.feed()))
                .filter(claim -> !digest(claim.value()).equals(digest(doubted.value())))
                .map(claim -> title(claim) + "：" + claim.value())
                .collect(Collectors.joining("；"));
    }

    private String title(Claim claim) {
        return catalogue
                .feed(claim.feed())
                .map(feed -> feed.contract().title())
                .orElse(claim.feed().toString());
    }

    private void require(String enterprise, String field) {
        if (enterprise.isEmpty() || field.isEmpty()) {
            throw refused("value-unknown", "请在 details 中写明哪家企业的哪个字段有误：enterprise（企业标识）与 field（字段，如 address）");
        }
        if (catalogue.field(CanonicalEntity.ENTERPRISE, field).isEmpty()) {
            throw refused("value-unknown", "画像没有字段“" + field + "”；可用的字段见企业画像的 fields，如 address");
        }
    }

    private static CaseRefusedException nothingSaid(String enterprise, String field, String feed) {
        return refused(
                "value-unknown",
                "当前画像中没有企业“" + enterprise + "”，或它没有" + (feed.isEmpty() ? "" : "由 " + feed + " 提供的") + "“" + field
                        + "”；请核对企业标识（enterprise，不是代码）" + (feed.isEmpty() ? "" : "与数据源（feed）"));
    }

    private static CaseRefusedException refused(String code, String detail) {
        return new CaseRefusedException(HttpStatus.UNPROCESSABLE_ENTITY, code, detail);
    }
}
