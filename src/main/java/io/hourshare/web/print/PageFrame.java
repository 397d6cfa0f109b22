package io.hourshare.web.print;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfGState;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Watermark, origin and page x/y on every page; how many there are is known only at the end. */
final class PageFrame extends PdfPageEventHelper {

    private static final float SMALL = 8;
    private static final float TURNED = 32;
    private static final float FAINT = 0.10f;

    /** A template cuts off what reaches out of it, as letters do below their line. */
    private static final float BELOW_THE_LINE = 4;

    private final BaseFont font;
    private final PrintOut out;
    private @Nullable PdfTemplate total;

    PageFrame(BaseFont font, PrintOut out) {
        this.font = font;
        this.out = out;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        total = writer.getDirectContent().createTemplate(30, 12 + BELOW_THE_LINE);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        watermark(writer.getDirectContentUnder(), document);
        PdfContentByte content = writer.getDirectContent();
        float bottom = document.bottom() - 16;
        text(content, Element.ALIGN_LEFT, out.mark(), document.left(), bottom);
        text(content, Element.ALIGN_LEFT, out.origin(), document.left(), bottom - 11);
        String page = "第 " + writer.getPageNumber() + " 页 / 共 ";
        float width = font.getWidthPoint(page, SMALL);
        text(content, Element.ALIGN_LEFT, page, document.right() - width - 30, bottom);
        content.addTemplate(Objects.requireNonNull(total), document.right() - 30, bottom - BELOW_THE_LINE);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        PdfTemplate last = Objects.requireNonNull(total);
        last.beginText();
        last.setFontAndSize(font, SMALL);
        last.setTextMatrix(0, BELOW_THE_LINE);
        last.showText((writer.getPageNumber() - 1) + " 页");
        last.endText();
    }

    private void watermark(PdfContentByte under, Document document) {
        PdfGState faint = new PdfGState();
        faint.setFillOpacity(FAINT);
        under.saveState();
        under.setGState(faint);
        under.beginText();
        under.setFontAndSize(font, 20);
        for (float height = 140; height < document.getPageSize().getHeight(); height += 210) {
            under.showTextAligned(
                    Element.ALIGN_CENTER, out.mark(), document.getPageSize().getWidth() / 2, height, TURNED);
        }
        under.endText();
        under.restoreState();
    }

    private void text(PdfContentByte content, int align, String text, float x, float y) {
        content.beginText();
        content.setFontAndSize(font, SMALL);
        content.showTextAligned(align, text, x, y, 0);
        content.endText();
    }
}
