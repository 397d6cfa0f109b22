package io.hourshare.evidence;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.LogicalType;
import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.merge.MergedProfiles;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of the served profiles of every kind, drawn by lot: believed fields, unified codes, rows of satellites. */
final class PublishedValues {

    /** Kind of the codes by which resolution knows an enterprise. */
    static final String IDENTITY = "identity";

    private static final String LOT = "md5(enterprise_id || attribute || record_key)";

    private static final String CODES = "select claim.* from %s as identity inner join %s as claim"
            + " on claim.enterprise_id = identity.enterprise_id and claim.attribute = 'uscc'"
            + " and claim.value = identity.uscc where claim.object is not null"
            + " qualify row_number() over (partition by identity.enterprise_id order by claim.winner desc,"
            + " claim.priority, claim.record_key) = 1";

    private final Catalogue catalogue;
    private final DataRoot root;
    private final Engine engine;
    private final Ledger ledger;
    private final PublishedClaims claims;

    PublishedValues(Catalogue catalogue, DataRoot root, Engine engine, Ledger ledger, PublishedClaims claims) {
        this.catalogue = catalogue;
        this.root = root;
        this.engine = engine;
        this.ledger = ledger;
        this.claims = claims;
    }

    /**
     * A value with what says it.
     *
     * @param kind entity that has it, or {@link #IDENTITY}
     * @param lot by which it was drawn
     */
    record Drawn(String kind, String lot, @Nullable LogicalType type, Claim claim) {}

    /** So many believed fields, the same at every call. */
    List<Drawn> fields(int number) {
        List<Drawn> drawn = new ArrayList<>();
        claims.served().ifPresent(merged -> {
            try (Session session = engine.open()) {
                fields(session, merged, number, drawn);
            }
        });
        return drawn;
    }

    /** So many values, the same at every call. */
    List<Drawn> ofEveryKind(int number) {
        List<Drawn> drawn = new ArrayList<>();
        claims.served().ifPresent(merged -> {
            try (Session session = engine.open()) {
                fields(session, merged, number, drawn);
                codes(session, merged, number, drawn);
                for (CanonicalEntity entity : satellites(merged)) {
                    rows(session, file(merged, entity.name()), entity, number, drawn);
                }
            }
        });
        return drawn.stream()
                .sorted(Comparator.comparing(Drawn::lot))
                .limit(number)
                .toList();
    }

    private void fields(Session session, MergedProfiles merged, int number, List<Drawn> drawn) {
        String claim = file(merged, "claim");
        String believed = "select * from " + claim + " where winner and object is not null";
        drawn.addAll(session.query(
                claims.select(believed) + " order by lot limit " + number,
                row -> new Drawn(
                        CanonicalEntity.ENTERPRISE,
                        row.getString("lot"),
                        type(CanonicalEntity.ENTERPRISE, row.getString("attribute")),
                        PublishedClaims.claim(row))));
    }

    private void codes(Session session, MergedProfiles merged, int number, List<Drawn> drawn) {
        String codes = CODES.formatted(file(merged, "enterprise_identity"), file(merged, "claim"));
        drawn.addAll(session.query(
                claims.select(codes) + " order by lot limit " + number,
                row -> new Drawn(IDENTITY, row.getString("lot"), null, PublishedClaims.claim(row))));
    }

    private void rows(Session session, String file, CanonicalEntity entity, int number, List<Drawn> drawn) {
        List<String> names = entity.fields().stream()
                .map(CanonicalField::name)
                .map(Sql::identifier)
                .toList();
        String texts = names.stream()
                .map(name -> ", cast(" + name + " as varchar) as " + name)
                .collect(Collectors.joining());
        String values = "unpivot (select enterprise_id, record_key, feed, observed_at, \"window\", object, \"offset\","
                + " length, sheet, \"row\"" + texts + " from " + file + " where object is not null) on "
                + String.join(", ", names) + " into name attribute value value";
        drawn.addAll(session.query(
                "select *, coalesce(\"row\", \"offset\") as place, null as cell, '' as source_field, '' as rule,"
                        + " 0 as priority, true as winner, null as doubt, '' as model, cast(null as varchar) as mapping, "
                        + LOT + " as lot from (" + values + ") order by lot limit " + number,
                row -> new Drawn(
                        entity.name(),
                        row.getString("lot"),
                        type(entity.name(), row.getString("attribute")),
                        PublishedClaims.claim(row).by(mapping(row)))));
    }

    /** Satellites name no mapping: it is the one by which the window's batch was adopted. */
    private @Nullable String mapping(ResultSet row) throws SQLException {
        FeedId feed = FeedId.parse(row.getString("feed"));
        HourWindow window = PublishedClaims.claim(row).window();
        return window == null
                ? null
                : ledger.slot(feed, window)
                        .map(Slot::adopted)
                        .map(adopted -> adopted.catalogue().short8())
                        .orElse(null);
    }

    private List<CanonicalEntity> satellites(MergedProfiles merged) {
        return catalogue.feeds().stream()
                .map(feed -> feed.job().into())
                .distinct()
                .filter(into -> !into.equals(CanonicalEntity.ENTERPRISE)
                        && merged.tables().containsKey(into))
                .sorted()
                .map(catalogue.entities()::get)
                .toList();
    }

    private @Nullable LogicalType type(String entity, String field) {
        return catalogue.field(entity, field).map(CanonicalField::type).orElse(null);
    }

    private String file(MergedProfiles merged, String table) {
        return Objects.requireNonNull(merged.tables().get(table), table).rows(root::resolve);
    }
}
