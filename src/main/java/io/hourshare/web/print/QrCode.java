package io.hourshare.web.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.lowagie.text.pdf.PdfContentByte;
import java.util.Map;

/** Draws a QR code as squares, sharp at every size. */
final class QrCode {

    private QrCode() {}

    /** @param size edge in points; the lower left corner stands at x and y */
    static void draw(PdfContentByte content, String text, float x, float y, float size) {
        BitMatrix bits = bits(text);
        float dot = size / bits.getWidth();
        for (int row = 0; row < bits.getHeight(); row++) {
            for (int column = 0; column < bits.getWidth(); column++) {
                if (bits.get(column, row)) {
                    content.rectangle(x + column * dot, y + size - (row + 1) * dot, dot, dot);
                }
            }
        }
        content.fill();
    }

    static BitMatrix bits(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 1));
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code: " + text, e);
        }
    }
}
