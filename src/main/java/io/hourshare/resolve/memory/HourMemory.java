package io.hourshare.resolve.memory;

import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import io.hourshare.store.DataRoot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an hour read and weighed, so that the next one reads and weighs only what changed and what that touches.
 *
 * <p>A row counts only for exactly the content that it was made from: without it, or with any other, results are the
 * same.
 */
public final class HourMemory {

    private static final String EVIDENCE = "enterprise_id, level, number_kind, name_bits, region_bits, place_bits, "
            + "person_bits, number_bits, status_bits, known_bits, score, lead_bits, name_class, margin";

    private static final List<Part> PARTS = List.of(
            new Part(
                    "form_memory",
                    "select '' as feed, '' as record_key, '' as inputs, '' as name, '' as claims, '' as place, "
                            + "'' as region_code, '' as representative",
                    "select * from source_form"),
            new Part(
                    "key_memory",
                    "select '' as name, '' as region_code, '' as name_keys",
                    "select name, region_code, name_keys from name_key"),
            new Part(
                    "evidence_memory",
                    "select '' as inputs, '' as enterprise_id, 0 as level, '' as number_kind, 0.0 as name_bits, "
                            + "0.0 as region_bits, 0.0 as place_bits, 0.0 as person_bits, 0.0 as number_bits, "
                            + "0.0 as status_bits, 0.0 as known_bits, 0.0 as score, 0.0 as lead_bits, "
                            + "'' as name_class, 0 as margin",
                    "select inputs, " + EVIDENCE + " from (select evidence_input.inputs, evidence_choice.*, "
                            + "row_number() over (partition by evidence_input.inputs order by evidence_choice.rid) as turn "
                            + "from evidence_input inner join evidence_choice on evidence_choice.rid = evidence_input.rid) "
                            + "where turn = 1"));

    private final Path folder;
    private final Digest makers;

    /** @param makers of the rows: another version of them reads and weighs anew */
    public HourMemory(DataRoot root, Digest makers) {
        this.folder = root.resolve("lake/identity/memory");
        this.makers = makers;
    }

    private record Part(String name, String nothing, String rows) {}

    public static void forget(Session session) {
        PARTS.forEach(part -> forget(session, part));
    }

    /** Keeps in the session what it has just read and weighed. */
    public static void keep(Session session) {
        PARTS.forEach(part -> session.execute("create or replace table " + part.name() + " as " + part.rows()));
    }

    public void recall(Session session) {
        for (Part part : PARTS) {
            Optional<Path> file = kept(part).whole();
            if (file.isPresent()) {
                session.view(part.name(), List.of(file.get()));
            } else {
                forget(session, part);
            }
        }
    }

    public void store(Session session) {
        PARTS.forEach(part -> kept(part).keep(session, part.rows()));
    }

    private static void forget(Session session, Part part) {
        session.execute("create or replace table " + part.name() + " as " + part.nothing() + " where false");
    }

    private KeptTable kept(Part part) {
        return new KeptTable(folder, part.name(), makers);
    }
}
