package io.hourshare.web.print;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import io.hourshare.web.ProfilePage;
import io.hourshare.web.ProfilePage.Conflict;
import io.hourshare.web.ProfilePage.Said;
import io.hourshare.web.ProfilePage.Section;
import io.hourshare.web.ProfilePage.Shown;
import io.hourshare.web.ProfilePage.Table;
import io.hourshare.web.counter.PointsToNote;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Collectors;

/** Lays a profile out on A4: one page of what matters, or all of it. */
final class ProfilePdf {

    private static final float MARGIN = 42;
    private static final float QR = 68;

    /** Lines of Chinese touch at the height of their font. */
    private static final float LEADING = 1.3f;

    private static final Color SOFT = new Color(0x57, 0x60, 0x6a);
    private static final Color LINE = new Color(0xd5, 0xdc, 0xe5);

    private final PrintOut out;
    private final BaseFont base;
    private final Font plain;
    private final Font strong;
    private final Font soft;

    private ProfilePdf(PrintOut out, BaseFont base) {
        this.out = out;
        this.base = base;
        this.plain = new Font(base, 9.5f);
        this.strong = new Font(base, 11.5f, Font.BOLD);
        this.soft = new Font(base, 7.5f, Font.NORMAL, SOFT);
    }

    static byte[] of(PrintOut out, BaseFont font) {
        return new ProfilePdf(out, font).write();
    }

    private byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + 22)) {
            PdfWriter writer = PdfWriter.getInstance(document, bytes);
            writer.setPageEvent(new PageFrame(base, out));
            document.addTitle(out.page().name());
            document.open();
            head(document, writer);
            body(document);
        }
        return bytes.toByteArray();
    }

    private void head(Document document, PdfWriter writer) {
        ProfilePage page = out.page();
        QrCode.draw(writer.getDirectContent(), out.address(), document.right() - QR, document.top() - QR, QR);
        Paragraph name = new Paragraph(page.name(), new Font(base, 17, Font.BOLD));
        name.setIndentationRight(QR + 10);
        document.add(name);
        Shown status = page.status();
        String line = (page.codeParts().isEmpty() ? "没有统一社会信用代码" : "统一社会信用代码 " + String.join("", page.codeParts()))
                + (status == null ? "" : "　登记状态 " + status.text())
                + (page.inPark() ? "　本园区企业" : "　非本园区");
        Paragraph facts = new Paragraph(line, plain);
        facts.setIndentationRight(QR + 10);
        facts.setSpacingBefore(6);
        document.add(facts);
        page.formerNames()
                .forEach(former ->
                        document.add(new Paragraph(former.kind() + " " + former.name() + " " + former.period(), soft)));
        Paragraph gap = new Paragraph(" ", soft);
        gap.setSpacingAfter(14);
        document.add(gap);
    }

    private void body(Document document) {
        if (!out.points().isEmpty()) {
            heading(document, "提示事项");
            document.add(new Paragraph(
                    out.points().stream().map(PointsToNote.Point::text).collect(Collectors.joining("；")), plain));
        }
        heading(document, "基本情况");
        document.add(values(out.page().headline()));
        conflicts(document);
        records(document);
        if (out.whole()) {
            for (Section section : out.page().sections()) {
                heading(document, section.title());
                document.add(values(section.values()));
            }
        }
    }

    private void conflicts(Document document) {
        if (out.page().conflicts().isEmpty()) {
            return;
        }
        heading(document, "部门间不一致");
        PdfPTable table = table(2, 5);
        for (Conflict conflict : out.page().conflicts()) {
            cell(table, conflict.title(), soft);
            cell(table, conflict.said().stream().map(ProfilePdf::said).collect(Collectors.joining("；")), plain);
        }
        document.add(table);
    }

    private static String said(Said said) {
        return (said.shown() ? "采用 " : "") + said.text() + "（" + said.source() + "）";
    }

    /** One line a kind of record, or every record. */
    private void records(Document document) {
        List<Table> kinds = out.page().tables();
        if (kinds.isEmpty()) {
            return;
        }
        if (!out.whole()) {
            heading(document, "各类记录");
            document.add(new Paragraph(
                    kinds.stream()
                            .map(kind -> kind.title() + " " + kind.rows().size() + " 条")
                            .collect(Collectors.joining("；")),
                    plain));
            return;
        }
        for (Table kind : kinds) {
            heading(document, kind.title());
            kind.rows().forEach(row -> record(document, kind, row));
        }
    }

    private void record(Document document, Table kind, ProfilePage.Row row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < row.cells().size(); i++) {
            if (!row.cells().get(i).isBlank()) {
                text.append(text.isEmpty() ? "" : "　")
                        .append(kind.columns().get(i))
                        .append(' ')
                        .append(row.cells().get(i));
            }
        }
        Paragraph paragraph = new Paragraph(text.toString(), plain);
        paragraph.add(new Chunk("　" + row.source() + " " + row.time(), soft));
        paragraph.setSpacingAfter(3);
        document.add(paragraph);
    }

    /** Pairs of title and value side by side, each value with its source below. */
    private PdfPTable values(List<Shown> values) {
        PdfPTable table = table(2, 5, 2, 5);
        for (Shown value : values) {
            cell(table, value.title(), soft);
            Phrase phrase = new Phrase(value.text(), plain);
            phrase.add(new Chunk("\n" + value.source() + (value.time().isEmpty() ? "" : " · " + value.time()), soft));
            cell(table, phrase);
        }
        if (values.size() % 2 == 1) {
            cell(table, "", soft);
            cell(table, "", soft);
        }
        return table;
    }

    private static PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(4);
        return table;
    }

    private static void cell(PdfPTable table, String text, Font font) {
        cell(table, new Phrase(text, font));
    }

    private static void cell(PdfPTable table, Phrase phrase) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setLeading(0, LEADING);
        cell.setBorderColor(LINE);
        cell.setPadding(4);
        table.addCell(cell);
    }

    private void heading(Document document, String text) {
        Paragraph heading = new Paragraph(text, strong);
        heading.setSpacingBefore(9);
        heading.setSpacingAfter(2);
        document.add(heading);
    }
}
