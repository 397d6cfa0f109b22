package io.hourshare.resolve.evaluate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.hourshare.engine.TableChunk;
import io.hourshare.engine.TableSource;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file behind its first line, each with the line it begins in. Rows may be shorter or longer than the
 * first, and quotes may stand where they should not: offices' files are not always right.
 */
final class CsvRows implements TableSource {

    static final String LINE = "line_number";

    private final Path path;
    private final List<String> columns;
    private volatile @Nullable RuntimeException failure;

    /** @param columns names of the fields in their order */
    CsvRows(Path path, List<String> columns) {
        this.path = path;
        this.columns = columns;
    }

    /** Fields of the first line; none where the file is empty. */
    static List<String> first(Path path) {
        try (CsvReader<CsvRecord> csv = reader(open(path))) {
            Iterator<CsvRecord> rows = csv.iterator();
            return rows.hasNext() ? rows.next().getFields() : List.of();
        } catch (UncheckedIOException e) {
            throw unreadable(path, 1, e);
        } catch (IOException e) {
            throw new UncheckedIOException("文件不能读取：" + path, e);
        }
    }

    /** Does what reads these rows; a file that cannot be read is told of in its own words. */
    void during(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            RuntimeException own = failure;
            throw own == null ? e : own;
        }
    }

    @Override
    public List<String> numbers() {
        return List.of(LINE);
    }

    @Override
    public List<String> texts() {
        return columns;
    }

    @Override
    public boolean parallel() {
        return false;
    }

    @Override
    public Filling filling() {
        return new Reading(open(path));
    }

    private static CsvReader<CsvRecord> reader(Reader text) {
        return CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text);
    }

    private static PairedQuotes open(Path path) {
        try {
            return new PairedQuotes(Files.newBufferedReader(path, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("文件不能读取：" + path, e);
        }
    }

    private static RuntimeException unreadable(Path path, long line, RuntimeException failed) {
        String file = "文件 " + path.getFileName();
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new IllegalArgumentException(
                        file + " 不是 UTF-8 编码（可能是 GBK），第 " + line + " 行之后读不出。请另存为 UTF-8 后再试。", failed);
            }
        }
        return new IllegalArgumentException(file + " 第 " + line + " 行之后读不懂。请检查引号是否成对，文件是否为逗号分隔的 CSV。", failed);
    }

    /** One pass over the file. */
    private final class Reading implements Filling {

        private final PairedQuotes quotes;
        private final CsvReader<CsvRecord> csv;
        private final Iterator<CsvRecord> rows;
        private long line = 1;

        Reading(PairedQuotes quotes) {
            this.quotes = quotes;
            this.csv = reader(quotes);
            this.rows = csv.iterator();
            if (rows.hasNext()) {
                rows.next();
            }
        }

        @Override
        public int fill(TableChunk chunk) throws IOException {
            long[] lines = new long[chunk.capacity()];
            byte[][][] texts = new byte[columns.size()][chunk.capacity()][];
            int count = 0;
            try {
                while (count < lines.length && rows.hasNext()) {
                    take(rows.next(), count++, lines, texts);
                }
            } catch (RuntimeException e) {
                failure = unreadable(path, line, e);
                throw e;
            }
            requirePaired();
            chunk.numbers(0, lines, count);
            for (int column = 0; column < texts.length && count > 0; column++) {
                chunk.texts(column + 1, count == lines.length ? texts[column] : Arrays.copyOf(texts[column], count));
            }
            if (count == 0) {
                csv.close();
            }
            return count;
        }

        private void requirePaired() {
            if (quotes.unpaired() > 0) {
                failure = new IllegalArgumentException("文件 " + path.getFileName() + " 第 " + quotes.unpaired()
                        + " 行有一个引号没有配对，其后各行会被当作同一格的内容。请补上或去掉这个引号后再试。");
                throw failure;
            }
        }

        private void take(CsvRecord row, int at, long[] lines, byte[][][] texts) {
            line = row.getStartingLineNumber();
            lines[at] = line;
            for (int column = 0; column < Math.min(texts.length, row.getFieldCount()); column++) {
                String text = row.getField(column);
                if (!text.isEmpty()) {
                    texts[column][at] = text.getBytes(StandardCharsets.UTF_8);
                }
            }
        }
    }
}
