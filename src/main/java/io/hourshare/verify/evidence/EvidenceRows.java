package io.hourshare.verify.evidence;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.engine.Session;
import io.hourshare.normalize.kept.UsedMapping;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.verify.law.Parquet;
import io.hourshare.verify.law.Subject;
import io.hourshare.verify.law.UsedCatalogues;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line per record of each adopted batch: where it stands and what became of it; its values stay in the lake. */
final class EvidenceRows {

    private final Subject subject;
    private final Catalogue catalogue;
    private final UsedCatalogues used;

    EvidenceRows(Subject subject, Catalogue catalogue, UsedCatalogues used) {
        this.subject = subject;
        this.catalogue = catalogue;
        this.used = used;
    }

    /** A record's place and verdict. */
    record Row(
            String object,
            long ordinal,
            @Nullable Long offset,
            @Nullable Long length,
            @Nullable String sheet,
            @Nullable Long row,
            String verdict) {}

    void write(EvidenceZip zip, EvidenceScope scope) throws IOException {
        List<Object> lines = new ArrayList<>();
        try (Session session = subject.engine().open()) {
            for (BatchAdopted batch : subject.all(BatchAdopted.class)) {
                if (scope.covers(batch.feed(), batch.window()) && !subject.isRetired(batch)) {
                    lines.add(head(batch));
                    lines.addAll(rows(session, batch));
                }
            }
        }
        zip.objects("rows.jsonl", lines.stream());
    }

    /** How the batch's bytes are to be read, as far as a stranger needs it. */
    private Map<String, Object> head(BatchAdopted batch) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("feed", batch.feed().toString());
        head.put("window", batch.window().label());
        head.put("delivery", batch.delivery().hex());
        head.put("catalogue", batch.catalogue().hex());
        head.put("mends", batch.mends() == null ? "" : batch.mends().hex());
        used.kept(batch).ifPresent(kept -> head.put("kept", kept.path()));
        Optional<Feed> feed = used.of(batch).map(UsedMapping::feed).or(() -> catalogue.feed(batch.feed()));
        feed.ifPresent(known -> {
            head.put("format", known.job().reading().format().name());
            head.put("options", known.job().reading().options());
            head.put(
                    "fields",
                    known.contract().fields().stream()
                            .map(field -> List.of(field.name(), field.title()))
                            .toList());
        });
        return Map.of("batch", head);
    }

    private List<Row> rows(Session session, BatchAdopted batch) {
        List<String> records = files(batch, "lake/normalized/", false);
        List<String> quarantine = files(batch, "lake/quarantine/", false);
        List<String> duplicates = files(batch, "lake/quarantine/", true);
        List<Row> rows = new ArrayList<>();
        if (!records.isEmpty()) {
            String repeated = duplicates.isEmpty()
                    ? "select '' as object, -1 as ordinal where false"
                    : "select object, ordinal from " + Parquet.of(subject, duplicates);
            rows.addAll(session.query(
                    "select _object, _ordinal, _offset, _length, _sheet, _row, case when repeated.object is null then"
                            + " 'accepted' else 'duplicate' end from " + Parquet.of(subject, records)
                            + " left join (" + repeated
                            + ") as repeated on repeated.object = _object and repeated.ordinal = _ordinal order by 1, 2",
                    EvidenceRows::row));
        }
        if (!quarantine.isEmpty()) {
            rows.addAll(session.query(
                    "select object, ordinal, \"offset\", length, sheet, row, 'quarantined' from "
                            + Parquet.of(subject, quarantine) + " order by 1, 2",
                    EvidenceRows::row));
        }
        return rows;
    }

    private List<String> files(BatchAdopted batch, String folder, boolean duplicates) {
        return Stream.of(batch)
                .flatMap(one -> one.files().stream())
                .filter(file -> file.startsWith(folder) && file.endsWith("/duplicates.parquet") == duplicates)
                .filter(file -> Files.isRegularFile(subject.resolve(file)))
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString(1),
                row.getLong(2),
                number(row, 3),
                number(row, 4),
                row.getString(5),
                number(row, 6),
                row.getString(7));
    }

    static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : (Long) value;
    }
}
