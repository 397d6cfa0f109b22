package io.hourshare.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueReading;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedDraft;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.kernel.FeedId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Samples as departments that nobody here knows export them. Each lies in {@code samples/} with what the draft says of
 * it and every value that it makes ({@code .shown}); {@code -Dsamples.write=true} writes that anew, to be read over.
 */
class StrangersSamplesTest {

    private static final Path SAMPLES = Path.of("src/test/resources/io/hourshare/normalize/samples");
    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    private Path folder;

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> !file.toString().endsWith(".shown")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyValueIsRightOrItIsSaidWhatIsWrong(Path file) throws IOException {
        Path shown = file.resolveSibling(file.getFileName() + ".shown");
        String now = shown(file.getFileName().toString(), bytes(file));
        if (Boolean.getBoolean("samples.write")) {
            Files.writeString(shown, now);
        }
        assertThat(now).isEqualTo(Files.readString(shown));
    }

    private String shown(String name, byte[] bytes) throws IOException {
        try {
            return drafted(FeedDraft.of(FeedId.parse("dept.feed"), name, bytes, NormalizeBench.CATALOGUE), bytes);
        } catch (IllegalArgumentException refused) {
            return refused.getMessage() + "\n";
        }
    }

    private String drafted(FeedDraft draft, byte[] bytes) throws IOException {
        for (Map.Entry<String, String> file : draft.files().entrySet()) {
            Path target = folder.resolve("catalogue").resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
        CatalogueReading reading = CatalogueReader.read(CatalogueSource.directory(folder.resolve("catalogue")));
        Feed feed = reading.catalogue().feed(draft.id()).orElseThrow();
        Engine engine = new Engine(new EngineSettings("256MB", 1), folder.resolve("spill"));
        TriedSample tried = new SampleTrial(reading.catalogue(), engine)
                .of(feed, Files.write(folder.resolve("sample"), bytes), NormalizeBench.HOUR, 40);
        List<String> lines = new ArrayList<>();
        draft.notes().stream()
                .filter(note -> note.matches("(?s)(列|主键|记录里|嵌套|工作表|XML|JSON|字符集|元素|清单 |.* 的成员里).*"))
                .forEach(lines::add);
        lines.add("入库 " + tried.accepted() + " 退回 " + tried.quarantined() + " 剔除 " + tried.dropped());
        tried.reasons().keySet().stream().sorted().forEach(lines::add);
        tried.warnings().keySet().stream().sorted().forEach(lines::add);
        for (TriedSample.TriedRecord record : tried.records()) {
            lines.add(record.number() + " " + record.verdict());
            record.values().stream()
                    .map(value -> "  " + value.from() + " = " + value.source()
                            + (value.source().equals(value.value()) ? "" : " → " + value.value()))
                    .forEach(lines::add);
        }
        return String.join("\n", lines) + "\n";
    }

    /** Text tables are in GB18030 unless their first line says otherwise, workbooks are written from a plain form. */
    private static byte[] bytes(Path file) throws IOException {
        String name = file.getFileName().toString();
        String text = Files.readString(file);
        if (name.endsWith(".xlsx")) {
            return workbook(text);
        }
        String body = text.startsWith("!") ? text.substring(text.indexOf('\n') + 1) : text;
        String form = text.startsWith("!") ? text.substring(1, text.indexOf('\n')) : "";
        boolean unicode = form.contains("utf8") || !name.matches(".*(csv|txt)");
        String ends = form.contains("crlf") ? body.replace("\n", "\r\n") : body;
        return ((form.contains("bom") ? "\ufeff" : "") + ends)
                .getBytes(unicode && !form.contains("gbk") ? StandardCharsets.UTF_8 : GB18030);
    }

    /** {@code @sheet name [hidden]}, {@code @merge r c r c}, {@code @hiderow n}; cells by tabs, {@code #n:} a number. */
    private static byte[] workbook(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Excel", "16.0300")) {
            Worksheet sheet = null;
            int row = 0;
            for (String line : text.split("\n")) {
                String[] words = line.split(" ");
                if (words[0].equals("@sheet")) {
                    sheet = workbook.newWorksheet(words[1]);
                    row = 0;
                    sheet.setVisibilityState(words.length > 2 ? VisibilityState.HIDDEN : VisibilityState.VISIBLE);
                } else if (words[0].equals("@merge") && sheet != null) {
                    int[] at =
                            Stream.of(words).skip(1).mapToInt(Integer::parseInt).toArray();
                    sheet.range(at[0], at[1], at[2], at[3]).merge();
                } else if (words[0].equals("@hiderow") && sheet != null) {
                    sheet.hideRow(Integer.parseInt(words[1]));
                } else if (sheet != null) {
                    cells(sheet, row++, line.split("\t"));
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void cells(Worksheet sheet, int row, String[] cells) {
        for (int column = 0; column < cells.length; column++) {
            String cell = cells[column].replace("\\n", "\n");
            String rest = cell.startsWith("#") ? cell.substring(3) : cell;
            if (cell.startsWith("#f:")) {
                sheet.formula(row, column, rest);
            } else if (cell.startsWith("#b:")) {
                sheet.value(row, column, Boolean.valueOf(rest));
            } else if (cell.startsWith("#")) {
                sheet.value(row, column, new BigDecimal(rest));
                Map<String, String> formats =
                        Map.of("#d:", "yyyy/m/d", "#p:", "0.00%", "#z:", "000000", "#n:", "General");
                sheet.style(row, column)
                        .format(formats.getOrDefault(cell.substring(0, 3), "General"))
                        .set();
            } else if (!cell.isEmpty()) {
                sheet.value(row, column, cell);
            }
        }
    }
}
