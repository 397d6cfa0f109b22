package io.hourshare.verify.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.merge.MergedProfiles;
import io.hourshare.merge.ProfileTable;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.verify.law.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The believed claims of the newest profiles, each with its place and rule; restricted values as digests alone. */
final class EvidenceClaims {

    private static final String CLAIMS =
            "select enterprise_id, attribute, value, feed, object, \"offset\", length, sheet,"
                    + " \"row\", cell, source_field, rule, strftime(\"window\", '%Y-%m-%dT%HZ'), mapping from (select * from claim union all by name"
                    + " select cast(null as varchar) as mapping where false) where winner order by 1, 2";

    private final Subject subject;
    private final Set<String> restricted;

    EvidenceClaims(Subject subject, Catalogue catalogue) {
        this.subject = subject;
        this.restricted = Optional.ofNullable(catalogue.entities().get(CanonicalEntity.ENTERPRISE)).stream()
                .flatMap(entity -> entity.fields().stream())
                .filter(CanonicalField::restricted)
                .map(CanonicalField::name)
                .collect(Collectors.toSet());
    }

    /** A value and where it comes from. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Claim(
            String enterprise,
            String attribute,
            @Nullable String value,
            @JsonProperty("value_digest") @Nullable String valueDigest,
            String feed,
            @Nullable String object,
            @Nullable Long offset,
            @Nullable Long length,
            @Nullable String sheet,
            @Nullable Long row,
            @Nullable String cell,
            @JsonProperty("source_field") String sourceField,
            String rule,
            @Nullable String mapping) {}

    void write(EvidenceZip zip, EvidenceScope scope) throws IOException {
        List<Claim> claims = table().map(table -> claims(table, scope)).orElse(List.of());
        zip.objects("claims.jsonl", claims.stream());
    }

    private List<Claim> claims(ProfileTable table, EvidenceScope scope) {
        try (Session session = subject.engine().open()) {
            session.execute("create view claim as select * from " + table.rows(subject::resolve));
            return session
                    .query(CLAIMS, row -> {
                        return isWanted(scope, FeedId.parse(row.getString(4)), row.getString(13))
                                ? Optional.of(claim(row))
                                : Optional.<Claim>empty();
                    })
                    .stream()
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /** What a person decided came in no window: it is in the evidence of everything alone. */
    private static boolean isWanted(EvidenceScope scope, FeedId feed, @Nullable String window) {
        return window == null
                ? scope.feed() == null && scope.window() == null
                : scope.covers(feed, HourWindow.parse(window));
    }

    private Claim claim(ResultSet row) throws SQLException {
        String value = row.getString(3);
        boolean hidden = restricted.contains(row.getString(2));
        return new Claim(
                row.getString(1),
                row.getString(2),
                hidden ? null : value,
                hidden ? Digest.of(value).hex() : null,
                row.getString(4),
                row.getString(5),
                EvidenceRows.number(row, 6),
                EvidenceRows.number(row, 7),
                row.getString(8),
                EvidenceRows.number(row, 9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(14));
    }

    private Optional<ProfileTable> table() {
        return subject.all(StageDone.class).stream()
                .filter(done -> done.stage().equals(StageDone.MERGE))
                .filter(done -> done.files().stream().allMatch(file -> Files.isRegularFile(subject.resolve(file))))
                .flatMap(done ->
                        Optional.ofNullable(MergedProfiles.of(done).tables().get("claim")).stream())
                .reduce((older, newer) -> newer);
    }
}
