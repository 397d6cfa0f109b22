package io.hourshare.publish.file;

import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.engine.TableChunk;
import io.hourshare.engine.TableSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows come from Java. The database asks for them chunk by chunk: a month of hours of many feeds as one
 * literal in the statement took seconds and hundreds of megabytes.
 */
public final class RowsTable implements TableSource {

    private final Map<String, String> columns = new LinkedHashMap<>();
    private final List<List<@Nullable String>> rows = new ArrayList<>();

    public RowsTable column(String name, String type) {
        columns.put(name, type);
        return this;
    }

    /** Adds a row; values in the order of the columns. */
    public RowsTable row(@Nullable Object... values) {
        List<@Nullable String> row = new ArrayList<>(columns.size());
        for (int place = 0; place < columns.size(); place++) {
            Object value = values[place];
            row.add(value == null ? null : value.toString());
        }
        rows.add(row);
        return this;
    }

    void create(Session session, String name) {
        create(session, "table", name);
    }

    void createTemporary(Session session, String name) {
        create(session, "temp table", name);
    }

    /** Puts these rows in the place of those that the table has; what is said of its columns stays. */
    public void renew(Session session, String name) {
        session.execute("delete from " + Sql.identifier(name));
        session.execute("insert into " + Sql.identifier(name) + " " + select(session, name));
    }

    private void create(Session session, String kind, String name) {
        session.execute("create " + kind + " " + Sql.identifier(name) + " as " + select(session, name));
    }

    private String select(Session session, String name) {
        String source = "rows_of_" + name;
        session.register(source, this);
        return columns.entrySet().stream()
                .map(column -> "cast(" + Sql.identifier(column.getKey()) + " as " + column.getValue() + ") as "
                        + Sql.identifier(column.getKey()))
                .collect(Collectors.joining(", ", "select ", " from " + Sql.identifier(source) + "()"));
    }

    @Override
    public List<String> numbers() {
        return List.of();
    }

    @Override
    public List<String> texts() {
        return List.copyOf(columns.keySet());
    }

    @Override
    public boolean parallel() {
        return false;
    }

    @Override
    public Filling filling() {
        return new Filling() {
            private int next;

            @Override
            public int fill(TableChunk chunk) {
                List<List<@Nullable String>> part = rows.subList(next, Math.min(rows.size(), next + chunk.capacity()));
                for (int column = 0; column < columns.size() && !part.isEmpty(); column++) {
                    chunk.texts(column, texts(part, column));
                }
                next += part.size();
                return part.size();
            }
        };
    }

    private static byte[][] texts(List<List<@Nullable String>> part, int column) {
        byte[][] texts = new byte[part.size()][];
        for (int row = 0; row < texts.length; row++) {
            String text = part.get(row).get(column);
            if (text != null) {
                texts[row] = text.getBytes(StandardCharsets.UTF_8);
            }
        }
        return texts;
    }
}
