package io.hourshare.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalystWorkbookTest {

    private static final int ROWS = Integer.getInteger("workbook.rows", 3_000);

    @TempDir
    private Path folder;

    private AnalystWorkbook workbook;
    private Path analyst;

    @BeforeEach
    void build() {
        Engine engine = new Engine(new EngineSettings("256MB", 1), folder.resolve("spill"));
        workbook = new AnalystWorkbook(engine);
        analyst = folder.resolve("analyst.duckdb");
        try (Session session = engine.create(analyst)) {
            session.execute("create table enterprise as select printf('%018d', i) as uscc, '=1+1' as ent_name,"
                    + " 12.5::decimal(24,6) as reg_capital, date '2024-03-05' as est_date,"
                    + " timestamp '2026-11-22 03:30:00' as source_time, i % 2 = 0 as in_park,"
                    + " 9007199254740993::bigint as big from range(" + ROWS + ") t(i)");
            session.execute("comment on table enterprise is '企业'");
            session.execute("create table dict as select 'enterprise' as table_name, 'uscc' as column_name,"
                    + " '统一社会信用代码' as title, 'VARCHAR' as data_type, null::varchar as unit, '说明' as description");
            session.execute("create table meta as select 'snapshot' as key, '7' as value");
        }
    }

    @Test
    void codesStayTextAndTimesAreChinese() throws IOException {
        Path file = written();

        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(ROWS + 1);
            assertThat(texts(rows.get(0))).startsWith("统一社会信用代码", "ent_name");
            assertThat(texts(rows.get(1)))
                    .containsExactly(
                            "000000000000000000",
                            "=1+1",
                            "12.5",
                            "2024-03-05",
                            "2026-11-22 11:30:00",
                            "是",
                            "9007199254740993");
            assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(1).getCell(1).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(1).getCell(2).getType()).isEqualTo(CellType.NUMBER);
        }
    }

    @Test
    void aFilterADictionaryAndTheSourceComeWithIt() throws IOException {
        Path file = written();

        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile());
                ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(book.getSheets().map(sheet -> sheet.getName())).containsExactly("enterprise", "字典", "来源与时间");
            assertThat(texts(book.findSheet("字典").orElseThrow().read().get(1))).contains("统一社会信用代码");
            assertThat(texts(book.findSheet("来源与时间").orElseThrow().read().get(1)))
                    .containsExactly("snapshot", "7");
            assertThat(new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))
                            .readAllBytes()))
                    .contains("<autoFilter");
        }
    }

    private Path written() throws IOException {
        Path file = folder.resolve("export.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(analyst, List.of("enterprise"), out);
        }
        return file;
    }

    private static List<String> texts(Row row) {
        return row.stream().filter(Objects::nonNull).map(Cell::getText).toList();
    }
}
