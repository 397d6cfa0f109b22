package io.hourshare.normalize;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import io.hourshare.land.LandedFiles;
import io.hourshare.land.LandedObject;
import io.hourshare.normalize.convert.Rules;
import io.hourshare.normalize.decode.DecodedObject;
import io.hourshare.normalize.decode.Decoder;
import io.hourshare.normalize.decode.Layout;
import io.hourshare.normalize.decode.Limits;
import io.hourshare.normalize.decode.SeenColumns;
import io.hourshare.normalize.decode.UnreadableObjectException;
import io.hourshare.store.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        String records = "lake/normalized/" + folder(mapping, object) + "/records.parquet";
        String quarantine = quarantine(mapping, object);
        try {
            if (!Files.exists(lake.apply(records))) {
                write(mapping, object, records, quarantine);
            }
            return read(object.name(), records, quarantine);
        } catch (IOException e) {
            throw new UncheckedIOException("Object cannot be normalized: " + object.path(), e);
        }
    }

    /** One pass writes the accepted records as they come; those set aside on the way follow. */
    private void write(FeedMapping mapping, LandedObject object, String records, String quarantine) throws IOException {
        Layout layout = mapping.layout(Limits.standard());
        RowTally tally = new RowTally();
        NormalizeSql sql = new NormalizeSql(mapping, object.window(), object.path());
        try (DecodedObject decoded = Decoder.open(
                        landed.content(object.path()),
                        layout,
                        MappedRows.by(mapping, rules, layout, object.window(), object.landedAt(), tally),
                        engine);
                Session session = engine.openSingle()) {
            ExcerptRules.of(mapping).forEach(session::register);
            session.register(NormalizeSql.DECODED, decoded);
            session.register(NormalizeSql.SET_ASIDE, decoded.setAside());
            DurableFiles.write(lake.apply(records), temporary -> {
                long accepted = copy(session, sql.accepted(), temporary);
                decoded.requireWhole();
                PartFooter.annotate(temporary, notes(mapping, decoded, tally, accepted));
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
        Map<String, String> notes = new TreeMap<>();
        notes.put(FRAMED, Long.toString(decoded.framed()));
        notes.put(RECEIVED, Long.toString(judged));
        notes.put(QUARANTINED, Long.toString(decoded.setAsideRows()));
        notes.put(DROPPED, Long.toString(tally.dropped()));
        notes.put(DELETIONS, Long.toString(tally.deletions()));
        notes.put(WARNINGS, Long.toString(tally.warnings()));
        notes.put(UNFRAMEABLE, Long.toString(tally.damaged()));
        SeenColumns seen = decoded.seen();
        notes.put(UNKNOWN, String.join("\n", mapping.foreign(seen.unknown())));
        notes.put(ABSENT, String.join("\n", seen.absent()));
        return notes;
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
        return new NormalizedPart(
                object,
                records,
                quarantined == 0 ? List.of() : List.of(quarantine),
                footer.note(FRAMED),
                footer.note(RECEIVED),
                footer.rows(),
                quarantined,
                footer.note(DROPPED),
                footer.note(DELETIONS),
                footer.note(WARNINGS),
                Long.parseLong(footer.note(UNFRAMEABLE, "0")),
                footer.lines(UNKNOWN),
                footer.lines(ABSENT));
    }

    /** Where the records of an object stand that are held back. */
    static String quarantine(FeedMapping mapping, LandedObject object) {
        return "lake/quarantine/" + folder(mapping, object) + "/records.parquet";
    }

    private static String folder(FeedMapping mapping, LandedObject object) {
        return mapping.feed().id() + "/" + object.window().label() + "/" + name(mapping, object);
    }

    /** Names the output by all that it is a function of. */
    private static String name(FeedMapping mapping, LandedObject object) {
        return Digest.of(List.of(
                        object.digest().hex(),
                        object.path(),
                        mapping.feed().digest().hex()))
                .short8();
    }
}
