package io.hourshare.correct;

import io.hourshare.access.Caller;
import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.LogicalType;
import io.hourshare.evidence.PublishedClaims;
import io.hourshare.ledger.CaseIntake;
import io.hourshare.ledger.CaseRefusedException;
import io.hourshare.publish.Visibility;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Lets an operator decide on a value only where it fits the field, ends some day, and may be written down. */
final class OverrideIntake implements CaseIntake {

    private static final String LEDGER = "override";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST_DAYS = 366;

    private final CanonicalEntity enterprise;
    private final Visibility visibility;
    private final PublishedClaims claims;
    private final Clock clock;

    OverrideIntake(Catalogue catalogue, PublishedClaims claims, Clock clock) {
        this.enterprise = catalogue
                .entities()
                .getOrDefault(
                        CanonicalEntity.ENTERPRISE,
                        new CanonicalEntity(CanonicalEntity.ENTERPRISE, "", "", java.util.List.of()));
        this.visibility = new Visibility(catalogue);
        this.claims = claims;
        this.clock = clock;
    }

    @Override
    public String ledger() {
        return LEDGER;
    }

    @Override
    public Map<String, String> complete(Map<String, String> details, Caller opener) {
        CanonicalField field = field(details.getOrDefault("field", ""));
        requireKnown(details.getOrDefault("enterprise", ""));
        requireFitting(field, details.getOrDefault("value", "").strip());
        requireEnd(details.getOrDefault("until", "").strip());
        Map<String, String> complete = new HashMap<>(details);
        complete.put("field_title", field.title());
        return complete;
    }

    private CanonicalField field(String name) {
        CanonicalField field = enterprise
                .field(name)
                .orElseThrow(() -> refused("field-unknown", "画像没有字段“" + name + "”；可用的字段见企业画像的 fields"));
        if (visibility.isRestricted(enterprise, field)) {
            throw refused("field-restricted", "“" + field.title() + "”是受限字段，不能写入台账；请提交校核，由数源部门更正");
        }
        return field;
    }

    private void requireKnown(String id) {
        if (claims.of(id, "ent_name").isEmpty() && claims.of(id, "uscc").isEmpty()) {
            throw refused("enterprise-not-found", "当前画像中没有标识为“" + id + "”的企业；请填写企业标识（不是代码）");
        }
    }

    private static void requireFitting(CanonicalField field, String value) {
        try {
            if (field.type() == LogicalType.NUMBER) {
                new BigDecimal(value);
            } else if (field.type() == LogicalType.INTEGER) {
                Long.parseLong(value);
            } else if (field.type() == LogicalType.DATE) {
                LocalDate.parse(value);
            }
        } catch (NumberFormatException | DateTimeParseException e) {
            throw refused("value-unfit", "“" + field.title() + "”的取值“" + value + "”写法不对；数字写成 1234.5，日期写成 2026-01-31");
        }
    }

    private void requireEnd(String until) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), CHINA);
        try {
            LocalDate end = LocalDate.parse(until);
            if (!end.isBefore(today) && !end.isAfter(today.plusDays(LONGEST_DAYS))) {
                return;
            }
        } catch (DateTimeParseException e) {
            // Falls through to the same answer as a day that is out of range.
        }
        throw refused("until-unfit", "有效期须为今天起 " + LONGEST_DAYS + " 天内的日期，如 " + today.plusDays(90));
    }

    private static CaseRefusedException refused(String code, String detail) {
        return new CaseRefusedException(HttpStatus.UNPROCESSABLE_ENTITY, code, detail);
    }
}
