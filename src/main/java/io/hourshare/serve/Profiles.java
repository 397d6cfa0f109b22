package io.hourshare.serve;

import io.hourshare.engine.Session;
import java.util.List;
import java.util.Optional;

/** Looks one enterprise up by its id or by a whole code of its. */
public final class Profiles {

    private final ServedSnapshots snapshots;
    private final ProfileDocument document;
    private final Withholding withholding;

    Profiles(ServedSnapshots snapshots, ProfileDocument document, Withholding withholding) {
        this.snapshots = snapshots;
        this.document = document;
        this.withholding = withholding;
    }

    /** What was found in which snapshot; restricted values are withheld unless they are asked for. */
    public Lookup find(String idOrCode, boolean restrictedToo) {
        return find(idOrCode, restrictedToo ? Sight.WHOLE : Sight.NOTHING);
    }

    /**
     * What was found in which snapshot, with so much of restricted values.
     *
     * @throws MovedException when the id leads on to another enterprise
     */
    public Lookup find(String idOrCode, Sight sight) {
        ServedSnapshot served = snapshots.current();
        Optional<EnterpriseProfile> profile = served.ask(
                        session -> body(session, idOrCode).or(() -> {
                            moved(session, idOrCode);
                            return Optional.empty();
                        }))
                .map(document::read)
                .map(read -> withholding.from(read, sight));
        return new Lookup(served.version(), profile);
    }

    /** An answer with the snapshot that gave it. */
    public record Lookup(ServedVersion version, Optional<EnterpriseProfile> profile) {}

    private static Optional<String> body(Session session, String idOrCode) {
        return byId(session, idOrCode).or(() -> idByCode(session, idOrCode).flatMap(id -> byId(session, id)));
    }

    private static void moved(Session session, String id) {
        boolean known =
                session.number("select count(*) from information_schema.tables where table_name = 'redirect'") > 0;
        if (known) {
            session.query("select enterprise_id from redirect where old_id = ?", row -> row.getString(1), id).stream()
                    .findFirst()
                    .ifPresent(now -> {
                        throw new MovedException(id, now);
                    });
        }
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
}
