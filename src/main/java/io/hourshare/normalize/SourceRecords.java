package io.hourshare.normalize;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.land.LandedFiles;
import io.hourshare.land.LandedObject;
import io.hourshare.normalize.decode.Decoder;
import io.hourshare.normalize.decode.layout.Layout;
import io.hourshare.normalize.decode.layout.Limits;
import io.hourshare.normalize.decode.row.DecodedObject;
import io.hourshare.normalize.decode.row.RowConversion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Landed records once more as the department sent them: its own fields, as text, by the record's place. */
public final class SourceRecords {

    private final Catalogue catalogue;
    private final LandedFiles landed;
    private final Engine engine;

    public SourceRecords(Catalogue catalogue, LandedFiles landed, Engine engine) {
        this.catalogue = catalogue;
        this.landed = landed;
        this.engine = engine;
    }

    /** The fields that are read of a feed, in the contract's order; those that are never kept are not among them. */
    public List<String> fields(Feed feed) {
        return layout(feed).columns().stream().map(Layout.Column::name).toList();
    }

    /** Where normalization put the records that it held back of an object; there is no file where it held none back. */
    public String quarantineOf(Feed feed, LandedObject object) {
        return ObjectNormalizer.quarantine(new FeedMapping(feed, catalogue), object);
    }

    /**
     * The records at the given places of a landed object, field by field; a damaged one has no fields.
     *
     * @param object path below the data root
     * @param ordinals places from 0
     */
    public Map<Long, Map<String, String>> read(Feed feed, String object, Collection<Long> ordinals) {
        List<String> names = fields(feed);
        String columns = names.stream().map(name -> ", " + Sql.identifier(name)).collect(Collectors.joining());
        String places = ordinals.stream().map(String::valueOf).collect(Collectors.joining(", "));
        Map<Long, Map<String, String>> records = new TreeMap<>();
        if (ordinals.isEmpty()) {
            return records;
        }
        try (DecodedObject decoded =
                        Decoder.open(landed.content(object), layout(feed), units -> RowConversion.none(names), engine);
                Session session = engine.open()) {
            session.register(NormalizeSql.DECODED, decoded);
            session.query(
                    "select _ordinal" + columns + " from " + NormalizeSql.DECODED + "() where _ordinal in (" + places
                            + ")",
                    row -> records.put(row.getLong(1), values(names, row)));
        } catch (IOException e) {
            throw new UncheckedIOException("Landed object cannot be read again: " + object, e);
        }
        return records;
    }

    private Layout layout(Feed feed) {
        return new FeedMapping(feed, catalogue).layout(Limits.standard());
    }

    private static Map<String, String> values(List<String> names, java.sql.ResultSet row) throws java.sql.SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String value = row.getString(i + 2);
            if (value != null) {
                values.put(names.get(i), value);
            }
        }
        return values;
    }
}
