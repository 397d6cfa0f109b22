package io.hourshare.publish.file;

import io.hourshare.engine.Session;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How a copy of the earlier file becomes the next one.
 *
 * @param revised tables of which the rows of the touched enterprises are made anew
 * @param renewed tables of which all rows are made anew
 * @param work makes them in a session that knows the touched enterprises
 */
public record Revision(Touched touched, Set<String> revised, Set<String> renewed, Consumer<Session> work) {

    public Revision {
        revised = Set.copyOf(revised);
        renewed = Set.copyOf(renewed);
    }

    /** What the file says of the touched enterprises, in a session that knows them. */
    public FileContent ofTouched(Session session) {
        return FileContent.read(session, revised, Touched.ROWS);
    }

    /**
     * What the revised file says, in a session that knows the touched enterprises.
     *
     * @param rest what it says of the others
     */
    public FileContent content(Session session, FileContent rest) {
        return rest.plus(ofTouched(session)).with(FileContent.read(session, renewed, FileContent.ALL));
    }
}
