package io.hourshare.publish.file;

import io.hourshare.engine.Session;
import io.hourshare.merge.MergedProfiles;
import java.util.List;

/**
 * The enterprises of which anything changed since the snapshot before.
 *
 * @param enterprises those that are shown now, and those that were and are no more
 * @param profiles of those enterprises alone, and what leads to others
 * @param all how many enterprises there are
 */
public record Touched(List<String> enterprises, MergedProfiles profiles, long all) {

    /** What is true of the rows of enterprises that {@link #name} named. */
    public static final String ROWS = "enterprise_id in (select enterprise_id from temp.main.touched)";

    public Touched {
        enterprises = List.copyOf(enterprises);
    }

    /** Lets the session know the enterprises. */
    public void name(Session session) {
        RowsTable table = new RowsTable().column("enterprise_id", "varchar");
        enterprises.forEach(table::row);
        table.createTemporary(session, "touched");
    }
}
