package io.hourshare.publish.file;

import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import java.util.List;

/** A table of a published file and the question to the opened profiles that gives its rows. */
record FileTable(String name, String select) {

    void create(Session session) {
        session.execute("create table main." + Sql.identifier(name) + " as " + select);
    }

    /** Makes all rows of the tables anew; what is said of the columns stays. */
    static void renew(Session session, List<FileTable> tables) {
        make(session, tables, FileContent.ALL);
    }

    /** Makes the rows of touched enterprises anew, while the profiles show those alone. */
    static void revise(Session session, List<FileTable> tables) {
        make(session, tables, Touched.ROWS);
    }

    private static void make(Session session, List<FileTable> tables, String which) {
        // With the file's name: the opened profiles have views of the same names.
        String file = session.query("select current_database()", row -> row.getString(1))
                .get(0);
        for (FileTable table : tables) {
            String rows = Sql.identifier(file) + ".main." + Sql.identifier(table.name());
            session.execute("delete from " + rows + " where " + which);
            session.execute("insert into " + rows + " " + table.select());
        }
    }
}
