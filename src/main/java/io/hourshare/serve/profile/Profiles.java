package io.hourshare.serve.profile;

import io.hourshare.engine.Session;
import io.hourshare.kernel.HourWindow;
import io.hourshare.serve.MovedException;
import io.hourshare.serve.RefusedException;
import io.hourshare.serve.ServedVersion;
import io.hourshare.serve.Sight;
import io.hourshare.serve.search.SearchText;
import io.hourshare.serve.snapshot.ServedSnapshot;
import io.hourshare.serve.snapshot.ServedSnapshots;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** Looks one enterprise up by its id or by a whole code of its. */
public final class Profiles {

    private final ServedSnapshots snapshots;
    private final ProfileDocument document;
    private final Withholding withholding;
    private final Supplier<Optional<PastDocuments>> past;

    Profiles(
            ServedSnapshots snapshots,
            ProfileDocument document,
            Withholding withholding,
            Supplier<Optional<PastDocuments>> past) {
        this.snapshots = snapshots;
        this.document = document;
        this.withholding = withholding;
        this.past = past;
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
        return find(idOrCode, sight, ProfilePart.ALL);
    }

    /** As {@link #find(String, Sight)}; parts that are not asked for are empty. */
    public Lookup find(String idOrCode, Sight sight, Set<ProfilePart> parts) {
        ServedSnapshot served = snapshots.current();
        Optional<EnterpriseProfile> profile = served.ask(
                        session -> body(session, idOrCode).or(() -> {
                            moved(session, idOrCode);
                            return Optional.empty();
                        }))
                .map(body -> document.read(body, parts))
                .map(read -> withholding.from(read, sight));
        return new Lookup(served.version(), profile);
    }

    /**
     * What was known in a published hour, with so much of restricted values as may be seen today.
     *
     * @throws RefusedException where that hour was not published or is not kept
     */
    public Lookup findAsOf(String idOrCode, Sight sight, HourWindow hour) {
        PastDocuments documents = past.get()
                .orElseThrow(() ->
                        new RefusedException(HttpStatus.NOT_FOUND, "history-not-kept", "不能回看", "本机没有保存变动记录，只能查询当前画像。"));
        ServedSnapshot served = snapshots.current();
        return served.ask(session -> {
            String id = byId(session, idOrCode).isPresent()
                    ? idOrCode
                    : ownerOf(session, idOrCode).orElse(idOrCode);
            PastDocuments.Past then =
                    documents.asOf(id, byId(session, id), served.version(), hour, key -> isShown(session, key));
            return new Lookup(
                    then.version(),
                    then.body()
                            .map(body -> document.read(body, ProfilePart.ALL))
                            .map(read -> withholding.from(read, sight)));
        });
    }

    private static boolean isShown(Session session, String recordKey) {
        return session.number("select count(*) from record_now where key = ?", recordKey) > 0;
    }

    /** Whether a served enterprise has exactly this code. */
    boolean holds(String code) {
        return snapshots.version().isPresent()
                && snapshots
                        .current()
                        .ask(session -> session.number("select count(*) from code where code = ?", code) > 0);
    }

    /** An answer with the snapshot that gave it. */
    public record Lookup(ServedVersion version, Optional<EnterpriseProfile> profile) {}

    private static Optional<String> body(Session session, String idOrCode) {
        return byId(session, idOrCode).or(() -> ownerOf(session, idOrCode).flatMap(id -> byId(session, id)));
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

    /**
     * Put in order and joined here: the view that joins the parts costs three times as much to plan and ask, and the
     * database's sort of a few rows nearly as much as finding them.
     */
    private static Optional<String> byId(Session session, String id) {
        Map<Long, String> parts = new TreeMap<>();
        session.query(
                "select part, text from document_part where enterprise_id = ?",
                row -> parts.put(row.getLong(1), row.getString(2)),
                id);
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("", parts.values()));
    }

    private static Optional<String> ownerOf(Session session, String code) {
        List<String> owners = session.query(
                "select distinct enterprise_id from code where code = ?",
                row -> row.getString(1),
                SearchText.fold(code));
        return owners.size() == 1 ? Optional.of(owners.get(0)) : Optional.empty();
    }
}
