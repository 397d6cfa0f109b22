package io.hourshare.normalize.decode.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.contract.SourceFormat;
import io.hourshare.normalize.decode.Decoding;
import io.hourshare.normalize.decode.text.UnreadableObjectException;
import io.hourshare.normalize.fault.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetDecodingTest {

    @TempDir
    private Path folder;

    @Test
    void skipsTitlesFootersRepeatedHeadersAndHiddenSheets() {
        byte[] workbook = workbook(
                sheet -> {
                    sheet.value(0, 0, "优质企业名单");
                    sheet.range(0, 0, 0, 3).merge();
                    row(sheet, 1, "序号", "代码", "名 称", "日期");
                    row(sheet, 2, "1", "A1", "甲公司", "2024年3月");
                    row(sheet, 3, "2", "A2", "同上", "同上");
                    row(sheet, 4, "序号", "代码", "名称", "日期");
                    row(sheet, 5, "3", "A3", "丙公司", "");
                    row(sheet, 6, "合计", "3");
                    row(sheet, 7, "填表人：王某", "", "审核人：李某");
                },
                sheet -> {
                    row(sheet, 0, "代码", "名称");
                    row(sheet, 1, "OLD", "旧名单");
                    sheet.setVisibilityState(VisibilityState.HIDDEN);
                });

        assertThat(Decoding.of(folder, SourceFormat.XLSX)
                        .select(workbook, "concat_ws('|', code, name, day, _sheet, _row, _cells->>'$.name')"))
                .containsExactly("A1|甲公司|2024年3月|表0|3|C", "A2|甲公司|2024年3月|表0|4|C", "A3|丙公司|表0|6|C");
    }

    @Test
    void keepsCodesExactAndShowsWhereDigitsAreLost() {
        byte[] workbook = workbook(sheet -> {
            row(sheet, 0, "代码", "名称", "日期");
            sheet.value(1, 0, 123456789012345L);
            sheet.value(1, 1, 0.5);
            sheet.value(1, 2, 45356);
            sheet.style(1, 2).format("yyyy-mm-dd").set();
            sheet.value(2, 0, 913305000000000000L);
            sheet.value(3, 0, 601);
            sheet.style(3, 0).format("0000").set();
            sheet.value(3, 2, 45356.5);
            sheet.style(3, 2).format("yyyy/m/d h:mm").set();
        });

        assertThat(Decoding.of(folder, SourceFormat.XLSX).select(workbook, "concat_ws('|', code, name, day)"))
                .containsExactly("123456789012345|0.5|2024-03-05", "9.13305E+17", "0601|2024-03-05 12:00");
    }

    /** A formula is what was last reckoned, never the formula; where nothing was, the cell is empty. */
    @Test
    void aFormulaGivesTheValueThatItsSheetShows() throws IOException {
        byte[] workbook = changed(
                workbook(sheet -> {
                    row(sheet, 0, "代码", "名称", "日期");
                    sheet.value(1, 0, "A1");
                    sheet.formula(1, 1, "CONCATENATE(A2,1)");
                    sheet.formula(1, 2, "TODAY()");
                }),
                "<f>CONCATENATE(A2,1)</f>",
                "<f>CONCATENATE(A2,1)</f><v>甲公司</v>");

        assertThat(Decoding.of(folder, SourceFormat.XLSX).select(workbook, "concat_ws('|', code, name, day)"))
                .containsExactly("A1|甲公司");
    }

    @Test
    void fillsCellsThatAreMergedOverSeveralRows() {
        byte[] workbook = workbook(sheet -> {
            row(sheet, 0, "代码", "名称");
            row(sheet, 1, "1", "平湖");
            row(sheet, 2, "2", "");
            row(sheet, 3, "3", "海盐");
            sheet.range(1, 1, 2, 1).merge();
        });

        assertThat(Decoding.of(folder, SourceFormat.XLSX).rows(workbook)).containsExactly("-|1|平湖", "-|2|平湖", "-|3|海盐");
    }

    @Test
    void readsAHeaderOfTwoRows() {
        byte[] workbook = workbook(sheet -> {
            row(sheet, 0, "代码", "名称", "时间");
            row(sheet, 1, "", "", "日期");
            row(sheet, 2, "1", "甲", "2024-03-05");
        });

        assertThat(Decoding.of(folder, SourceFormat.XLSX).select(workbook, "concat_ws('|', code, name, day)"))
                .containsExactly("1|甲|2024-03-05");
    }

    @Test
    void readsTheSameHeadingBelowTwoGroups() {
        byte[] workbook = workbook(sheet -> {
            row(sheet, 0, "代码", "权利", "", "名称");
            row(sheet, 1, "", "期", "人", "");
            row(sheet, 2, "1", "一", "丙", "甲");
        });

        assertThat(Decoding.of(folder, SourceFormat.XLSX)
                        .select(workbook, "concat_ws('|', code, name, \"owner.name\")"))
                .containsExactly("1|甲|丙");
    }

    @Test
    void takesTheVisibleOneOfTwoColumnsWithOneHeading() {
        byte[] workbook = workbook(sheet -> {
            row(sheet, 0, "代码", "名称", "名称", "日期");
            row(sheet, 1, "1", "旧名", "甲", "2024-03-05");
            sheet.hideColumn(1);
            sheet.hideColumn(3);
        });

        assertThat(Decoding.of(folder, SourceFormat.XLSX).select(workbook, "concat_ws('|', code, name, day)"))
                .containsExactly("1|甲|2024-03-05");
    }

    @Test
    void setsHiddenRowsAsideWhereTheJobSaysSo() {
        byte[] workbook = workbook(sheet -> {
            row(sheet, 0, "代码", "名称");
            row(sheet, 1, "1", "甲");
            row(sheet, 2, "2", "乙");
            sheet.hideRow(2);
        });

        assertThat(Decoding.of(folder, SourceFormat.XLSX).rows(workbook)).containsExactly("-|1|甲", "-|2|乙");
        assertThat(Decoding.of(folder, SourceFormat.XLSX, "hidden", "quarantine")
                        .rows(workbook))
                .containsExactly("-|1|甲", "HIDDEN_ROW|2|乙");
    }

    @Test
    void refusesOldWorkbooksOtherFilesAndBombs() throws IOException {
        assertThat(reason(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0}))
                .isEqualTo(Reason.OLD_WORKBOOK);
        assertThat(reason("plain text".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.NOT_THE_FORMAT);
        assertThat(reason(bomb())).isEqualTo(Reason.ARCHIVE_LIMIT);
        assertThat(reason(workbook(sheet -> row(sheet, 0, "甲", "乙")))).isEqualTo(Reason.HEADER_NOT_FOUND);
    }

    private Reason reason(byte[] bytes) {
        Reason[] reason = new Reason[1];
        assertThatThrownBy(() -> Decoding.of(folder, SourceFormat.XLSX).rows(bytes))
                .isInstanceOfSatisfying(UnreadableObjectException.class, e -> reason[0] = e.reason());
        return reason[0];
    }

    /** The workbook with a text of its sheets replaced. */
    private byte[] changed(byte[] workbook, String text, String by) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(
                        Files.write(folder.resolve("before.xlsx"), workbook).toFile());
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                String content = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                to.write(content.replace(text, by).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(block);
            }
        }
        return out.toByteArray();
    }

    @SafeVarargs
    private static byte[] workbook(Consumer<Worksheet>... sheets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            for (int i = 0; i < sheets.length; i++) {
                sheets[i].accept(workbook.newWorksheet("表" + i));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static void row(Worksheet sheet, int row, String... values) {
        for (int i = 0; i < values.length; i++) {
            if (!values[i].isEmpty()) {
                sheet.value(row, i, values[i]);
            }
        }
    }
}
