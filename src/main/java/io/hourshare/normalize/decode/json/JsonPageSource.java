package io.hourshare.normalize.decode.json;

import io.hourshare.engine.TableChunk;
import io.hourshare.normalize.decode.layout.FieldNames;
import io.hourshare.normalize.decode.row.BytesRecord;
import io.hourshare.normalize.decode.row.FieldReader;
import io.hourshare.normalize.decode.row.RawRecord;
import io.hourshare.normalize.decode.row.RecordSource;
import io.hourshare.normalize.decode.text.ByteWindow;
import io.hourshare.normalize.decode.text.Excerpts;
import io.hourshare.normalize.decode.text.UnreadableObjectException;
import io.hourshare.normalize.fault.Reason;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of one array of a JSON document, or the one object that stands in its place. */
final class JsonPageSource implements RecordSource {

    private final ByteWindow window;
    private final JsonWalk walk;
    private final FieldReader fields;
    private final Excerpts excerpts;
    private final int sizeLimit;
    private final int enclosing;
    private final FieldNames names;
    private boolean open;
    private boolean alone;
    private long framed;

    /** @param path of the array; empty for a document that is the array itself */
    JsonPageSource(
            ByteWindow window,
            JsonWalk walk,
            FieldNames names,
            FieldReader fields,
            Excerpts excerpts,
            int sizeLimit,
            List<String> path)
            throws IOException {
        this.names = names;
        this.window = window;
        this.walk = walk;
        this.fields = fields;
        this.excerpts = excerpts;
        this.sizeLimit = sizeLimit;
        this.enclosing = path.size();
        this.open = descend(path);
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        while (open) {
            int first = walk.peek();
            if (alone && framed > 0) {
                open = false;
                finish(enclosing);
            } else if (first == ',') {
                window.read();
            } else if (first == ']') {
                window.read();
                open = false;
                finish(enclosing);
            } else if (first == ByteWindow.END) {
                throw new UnreadableObjectException(Reason.TRUNCATED, window.offset(), "");
            } else {
                return element(first);
            }
        }
        return null;
    }

    private RawRecord element(int first) throws IOException {
        window.mark(0);
        long offset = window.markOffset();
        boolean closed = first == '{' ? closeObject() : walk.skipValue();
        framed++;
        if (window.marked() == 0) {
            window.read(); // a stray closing brace belongs to no value, yet must not stop us here for ever
        }
        if (!closed) {
            throw new UnreadableObjectException(Reason.TRUNCATED, offset, "");
        }
        int length = window.marked();
        byte[] bytes = window.cut(0);
        Reason damage = first != '{' ? Reason.MALFORMED_RECORD : length > sizeLimit ? Reason.RECORD_TOO_LARGE : null;
        return new BytesRecord(offset, length, TableChunk.NONE, bytes, damage, fields, excerpts);
    }

    private boolean closeObject() throws IOException {
        window.read();
        return walk.closeBrackets(1);
    }

    /** Goes to the first member of the array, or to the object in its place; false where the array is null. */
    private boolean descend(List<String> path) throws IOException {
        for (String name : path) {
            if (!walk.take('{')) {
                throw notFound(path);
            }
            while (walk.peek() == '"') {
                String member = walk.name();
                walk.take(':');
                if (member.equals(name)) {
                    break;
                }
                walk.skipValue();
                walk.take(',');
            }
            if (walk.peek() == '}' || walk.peek() == ByteWindow.END) {
                throw notFound(path);
            }
        }
        if (walk.peek() == 'n') {
            walk.skipValue();
            finish(enclosing);
            return false;
        }
        alone = walk.peek() == '{' && holdsFields();
        if (!alone && !walk.take('[')) {
            throw notFound(path);
        }
        return true;
    }

    /** Many sources write no array around a single record. */
    private boolean holdsFields() throws IOException {
        window.mark(0);
        int fields = walk.fields(names);
        window.rewind(0);
        return fields > 0;
    }

    private UnreadableObjectException notFound(List<String> path) {
        return new UnreadableObjectException(Reason.RECORDS_NOT_FOUND, window.offset(), String.join(".", path));
    }

    /** What follows must close the document, or a part of it is missing. */
    private void finish(int brackets) throws IOException {
        if (!walk.closeBrackets(brackets)) {
            throw new UnreadableObjectException(Reason.TRUNCATED, window.offset(), "");
        }
        if (walk.peek() != ByteWindow.END) {
            throw new UnreadableObjectException(Reason.NOT_THE_FORMAT, window.offset(), "列表之后还有多余内容");
        }
    }

    /** {@code data.list}; {@code $} or {@code $.data.list} are understood too. */
    static List<String> path(String option) {
        String plain = option.replaceFirst("^\\$\\.?", "").replace('/', '.').replaceAll("\\[\\*?]$", "");
        return plain.isEmpty() ? List.of() : List.of(plain.split("\\."));
    }

    @Override
    public long framed() {
        return framed;
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
