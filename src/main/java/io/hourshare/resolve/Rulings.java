package io.hourshare.resolve;

import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.Digest;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.IdentityDecided;
import io.hourshare.store.JournalAct.IdentityWithdrawn;
import io.hourshare.store.JournalEntry;
import io.hourshare.store.JournalLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Operators' decisions that stand, oldest first; the fold of the journal. Safe for use by many threads. */
public final class Rulings {

    private final Map<String, Ruling> standing = new LinkedHashMap<>();

    Rulings(Journal journal) {
        journal.follow(this::apply);
    }

    public synchronized List<Ruling> standing() {
        return List.copyOf(standing.values());
    }

    private synchronized void apply(JournalLine line) {
        JournalEntry entry = line.entry();
        if (entry instanceof IdentityDecided decided) {
            standing.put(decided.decision(), Ruling.of(decided, line.at()));
        } else if (entry instanceof IdentityWithdrawn withdrawn) {
            standing.remove(withdrawn.decision());
        }
    }

    /** Content of decisions, whoever took them; results carry their numbers. */
    static Digest digest(List<Ruling> rulings) {
        return Digest.of(rulings.stream()
                .flatMap(ruling -> Stream.of(
                        ruling.decision(),
                        ruling.kind(),
                        ruling.name(),
                        ruling.region(),
                        ruling.feed(),
                        ruling.recordKey(),
                        ruling.number(),
                        ruling.enterpriseId()))
                .toList());
    }

    /** Makes decisions the relation {@code er_ruling}; ids that lead on are followed. */
    public static void attach(Session session, List<Ruling> rulings, @Nullable Path redirects) {
        List<String> rows = new ArrayList<>(List.of("('', '', '', '', '', '', '', '', -1)"));
        for (Ruling ruling : rulings) {
            rows.add(Stream.of(
                            ruling.decision(),
                            ruling.kind(),
                            ruling.name(),
                            ruling.region(),
                            ruling.feed(),
                            ruling.recordKey(),
                            ruling.number(),
                            ruling.enterpriseId())
                    .map(Sql::literal)
                    .collect(Collectors.joining(", ", "(", ", " + rows.size() + ")")));
        }
        if (redirects == null) {
            session.execute(
                    "create or replace view known_redirect as select '' as old_id, '' as enterprise_id where false");
        } else {
            session.view("known_redirect", List.of(redirects));
        }
        session.execute("create or replace table er_ruling as select given.decision, given.kind, given.name, "
                + "given.region_code, given.feed, given.record_key, given.number, "
                + "coalesce(known_redirect.enterprise_id, given.enterprise_id) as enterprise_id, given.ordinal from (values "
                + String.join(", ", rows)
                + ") as given (decision, kind, name, region_code, feed, record_key, number, enterprise_id, ordinal)"
                + " left join known_redirect on known_redirect.old_id = given.enterprise_id where given.ordinal >= 0");
    }
}
