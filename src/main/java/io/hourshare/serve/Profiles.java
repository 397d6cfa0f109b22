package io.hourshare.serve;

import io.hourshare.engine.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks one enterprise up by its id or by a whole code of its. */
public final class Profiles {

    private final ServedSnapshots snapshots;
    private final ProfileDocument document;

    Profiles(ServedSnapshots snapshots, ProfileDocument document) {
        this.snapshots = snapshots;
        this.document = document;
    }

    /** What was found in which snapshot; restricted values are withheld unless the caller may see them. */
    public Lookup find(String idOrCode, boolean restrictedToo) {
        ServedSnapshot served = snapshots.current();
        Optional<EnterpriseProfile> profile = served.ask(session -> body(session, idOrCode))
                .map(document::read)
                .map(read -> restrictedToo ? read : withhold(read));
        return new Lookup(served.version(), profile);
    }

    /** An answer with the snapshot that gave it. */
    public record Lookup(ServedVersion version, Optional<EnterpriseProfile> profile) {}

    private static Optional<String> body(Session session, String idOrCode) {
        return byId(session, idOrCode).or(() -> idByCode(session, idOrCode).flatMap(id -> byId(session, id)));
    }

    private static Optional<String> byId(Session session, String id) {
        return session.query("select body from document where enterprise_id = ?", row -> row.getString(1), id).stream()
                .findFirst();
    }

    private static Optional<String> idByCode(Session session, String code) {
        List<String> owners = session.query(
                "select distinct enterprise_id from code where code = ?",
                row -> row.getString(1),
                SearchText.fold(code));
        return owners.size() == 1 ? Optional.of(owners.get(0)) : Optional.empty();
    }

    private static EnterpriseProfile withhold(EnterpriseProfile profile) {
        Map<String, ProfileField> fields = new LinkedHashMap<>();
        profile.fields().forEach((attribute, field) -> fields.put(attribute, field.withhold()));
        List<ProfileConflict> conflicts = profile.conflicts().stream()
                .filter(conflict -> !isRestricted(profile, conflict.attribute()))
                .toList();
        return new EnterpriseProfile(
                profile.enterpriseId(),
                profile.uscc(),
                profile.name(),
                profile.inPark(),
                fields,
                conflicts,
                profile.satellites(),
                profile.names());
    }

    private static boolean isRestricted(EnterpriseProfile profile, String attribute) {
        ProfileField field = profile.fields().get(attribute);
        return field != null && field.restricted();
    }
}
