package io.hourshare.normalize;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import io.hourshare.land.LandedFiles;
import io.hourshare.land.LandedObject;
import io.hourshare.normalize.ReturnedRecords.Place;
import io.hourshare.normalize.convert.Rules;
import io.hourshare.normalize.decode.Decoder;
import io.hourshare.normalize.decode.layout.Layout;
import io.hourshare.normalize.decode.layout.Limits;
import io.hourshare.normalize.decode.row.DecodedObject;
import io.hourshare.normalize.decode.row.RowConversion;
import io.hourshare.normalize.decode.row.SeenColumns;
import io.hourshare.normalize.decode.text.UnreadableObjectException;
import io.hourshare.store.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Turns one landed object into one Parquet file of accepted and one of quarantined records; redoing it is a no-op. */
final class ObjectNormalizer {

    private static final String FRAMED = "framed";
    private static final String RECEIVED = "received";
    private static final String QUARANTINED = "quarantined";
    private static final String DROPPED = "dropped";
    private static final String DELETIONS = "deletions";
    private static final String WARNINGS = "warnings";
    private static final String UNFRAMEABLE = "unframeable";

    /** Footer note: names in the data that the contract does not have. */
    static final String UNKNOWN = "unknown";

    /** Footer note: contract fields that a table's header lacks. */
    static final String ABSENT = "absent";

    /** Footer note: returned records of an earlier mapping that this file's mapping tried again; absent otherwise. */
    private static final String TRIED = "tried";

    private final LandedFiles landed;
    private final Function<String, Path> lake;
    private final Engine engine;
    private final Rules rules;

    /** @param lake where a path below the data root is written */
    ObjectNormalizer(LandedFiles landed, Function<String, Path> lake, Engine engine, Rules rules) {
        this.landed = landed;
        this.lake = lake;
        this.engine = engine;
        this.rules = rules;
    }

    /** @throws UnreadableObjectException where the object as a whole cannot be trusted */
    NormalizedPart normalize(FeedMapping mapping, LandedObject object) {
        String records = "lake/normalized/" + folder(object) + "/" + name(mapping, object, Optional.empty())
                + "/records.parquet";
        String quarantine = quarantine(mapping, object);
        try {
            if (!Files.exists(lake.apply(records))) {
                write(mapping, object, records, quarantine, Optional.empty());
            }
            return read(object.name(), records, quarantine);
        } catch (IOException e) {
            throw new UncheckedIOException("Object cannot be normalized: " + object.path(), e);
        }
    }

    /**
     * The object's records at these places alone.
     *
     * @param mends how the object's other records were mapped
     * @throws BatchHeldException where the places hold other records than they did: the object is framed otherwise
     */
    NormalizedPart mend(FeedMapping mapping, LandedObject object, Map<Long, Place> places, Digest mends) {
        String name = name(mapping, object, Optional.of(mends));
        String records = "lake/normalized/" + folder(object) + "/" + name + "/records.parquet";
        String quarantine = "lake/quarantine/" + folder(object) + "/" + name + "/records.parquet";
        try {
            if (!Files.exists(lake.apply(records))) {
                write(mapping, object, records, quarantine, Optional.of(places));
            }
            return read(object.name(), records, quarantine);
        } catch (IOException e) {
            throw new UncheckedIOException("Object cannot be normalized: " + object.path(), e);
        }
    }

    /** What was accepted of an object before, without what was sent back. */
    NormalizedPart accepted(String records) {
        try {
            return read(records, records, "").acceptedAlone();
        } catch (IOException e) {
            throw new UncheckedIOException("Records cannot be read: " + records, e);
        }
    }

    /** One pass writes the accepted records as they come; those set aside on the way follow. */
    private void write(
            FeedMapping mapping,
            LandedObject object,
            String records,
            String quarantine,
            Optional<Map<Long, Place>> places)
            throws IOException {
        Layout layout = mapping.layout(Limits.standard());
        RowTally tally = new RowTally();
        Function<Map<String, String>, RowConversion> rows =
                MappedRows.by(mapping, rules, layout, object.window(), object.landedAt(), tally);
        NormalizeSql sql = new NormalizeSql(mapping, object.window(), object.path());
        try (DecodedObject decoded = Decoder.open(
                        landed.content(object.path()),
                        layout,
                        units -> places.map(Map::keySet)
                                .map(chosen -> RowConversion.only(rows.apply(units), chosen))
                                .orElseGet(() -> rows.apply(units)),
                        engine);
                Session session = engine.openSingle()) {
            ExcerptRules.of(mapping).forEach(session::register);
            session.register(NormalizeSql.DECODED, decoded);
            session.register(NormalizeSql.SET_ASIDE, decoded.setAside());
            DurableFiles.write(lake.apply(records), temporary -> {
                long accepted = copy(session, sql.accepted(), temporary);
                decoded.requireWhole();
                places.ifPresent(wanted -> requirePlaces(session, temporary, wanted));
                PartFooter.annotate(
                        temporary,
                        places.isPresent()
                                ? triedNotes(
                                        mapping,
                                        decoded,
                                        tally,
                                        accepted,
                                        places.get().size())
                                : notes(mapping, decoded, tally, accepted));
                if (decoded.setAsideRows() > 0) {
                    DurableFiles.write(lake.apply(quarantine), file -> copy(session, sql.quarantined(), file));
                }
            });
        }
    }

    /** Counts for the footer; what was framed in Java must be what arrived in SQL, was set aside or dropped. */
    private static Map<String, String> notes(
            FeedMapping mapping, DecodedObject decoded, RowTally tally, long accepted) {
        long judged = accepted + decoded.setAsideRows() + tally.dropped();
        if (judged != decoded.received()) {
            throw new IllegalStateException("Decoded " + decoded.received() + " records, judged " + judged);
        }
        Map<String, String> notes = new TreeMap<>(counts(mapping, decoded, tally));
        notes.put(FRAMED, Long.toString(decoded.framed()));
        notes.put(RECEIVED, Long.toString(judged));
        return notes;
    }

    /** Whether each place still holds the record that stood there; a job that reads otherwise moves them. */
    private static void requirePlaces(Session session, Path accepted, Map<Long, Place> wanted) {
        Map<Long, Place> found = new TreeMap<>();
        session.view("mended", List.of(accepted));
        session.query(
                "select _ordinal, _offset, _row from mended union all select _ordinal, _offset, _row from "
                        + NormalizeSql.SET_ASIDE + "()",
                row -> found.put(row.getLong(1), Place.of(row, 2)));
        if (!found.entrySet().stream().allMatch(one -> one.getValue().equals(wanted.get(one.getKey())))) {
            throw new BatchHeldException("READ_OTHERWISE", "作业的读法（read）已改，记录的位置与原先不同，不能只处理退回的记录；请改用重跑");
        }
    }

    /** Counts of a part of the object: what the whole of it held is counted where the rest of it is. */
    private static Map<String, String> triedNotes(
            FeedMapping mapping, DecodedObject decoded, RowTally tally, long accepted, long tried) {
        if (accepted + decoded.setAsideRows() + tally.dropped() != tried) {
            throw new BatchHeldException("READ_OTHERWISE", "作业的读法（read）已改，原先退回的 " + tried + " 条只找到一部分；请改用重跑");
        }
        Map<String, String> notes = new TreeMap<>(counts(mapping, decoded, tally));
        notes.put(TRIED, Long.toString(tried));
        notes.put(FRAMED, "0");
        notes.put(RECEIVED, "0");
        return notes;
    }

    private static Map<String, String> counts(FeedMapping mapping, DecodedObject decoded, RowTally tally) {
        SeenColumns seen = decoded.seen();
        return Map.of(
                QUARANTINED, Long.toString(decoded.setAsideRows()),
                DROPPED, Long.toString(tally.dropped()),
                DELETIONS, Long.toString(tally.deletions()),
                WARNINGS, Long.toString(tally.warnings()),
                UNFRAMEABLE, Long.toString(tally.damaged()),
                UNKNOWN, String.join("\n", mapping.foreign(seen.unknown())),
                ABSENT, String.join("\n", seen.absent()));
    }

    private static long copy(Session session, String select, Path file) throws IOException {
        long written = session.copy(select, file);
        PartFooter footer = PartFooter.read(file);
        List<String> expected = session.query("describe " + select, row -> row.getString(1));
        if (footer.rows() != written || !footer.columns().equals(expected)) {
            throw new IOException("Parquet does not say what was written: " + file + " " + written + " rows of "
                    + expected + ", read back " + footer.rows() + " rows of " + footer.columns());
        }
        return written;
    }

    private NormalizedPart read(String object, String records, String quarantine) throws IOException {
        PartFooter footer = PartFooter.read(lake.apply(records));
        long quarantined = footer.note(QUARANTINED);
        long tried = Long.parseLong(footer.note(TRIED, "0"));
        return new NormalizedPart(
                object,
                records,
                quarantined == 0 || quarantine.isEmpty() ? List.of() : List.of(quarantine),
                footer.note(FRAMED),
                footer.note(RECEIVED),
                footer.rows(),
                quarantined - tried,
                footer.note(DROPPED),
                footer.note(DELETIONS),
                footer.note(WARNINGS),
                Long.parseLong(footer.note(UNFRAMEABLE, "0")),
                footer.lines(UNKNOWN),
                footer.lines(ABSENT));
    }

    /** Where the records of an object stand that are held back. */
    static String quarantine(FeedMapping mapping, LandedObject object) {
        return "lake/quarantine/" + folder(object) + "/" + name(mapping, object, Optional.empty()) + "/records.parquet";
    }

    private static String folder(LandedObject object) {
        return object.feed() + "/" + object.window().label();
    }

    /** Names the output by all that it is a function of. */
    private static String name(FeedMapping mapping, LandedObject object, Optional<Digest> mends) {
        List<String> parts = new ArrayList<>(List.of(
                object.digest().hex(), object.path(), mapping.feed().digest().hex()));
        mends.map(Digest::hex).ifPresent(parts::add);
        return Digest.of(parts).short8();
    }
}
