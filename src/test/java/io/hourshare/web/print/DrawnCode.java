package io.hourshare.web.print;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a QR code from the squares that a page's content draws, as a camera reads them from paper. */
final class DrawnCode extends LuminanceSource {

    private static final Pattern SQUARE = Pattern.compile("([0-9.]+) ([0-9.]+) ([0-9.]+) ([0-9.]+) re");
    private static final int PIXELS = 8;
    private static final int QUIET = 4;

    private final BitMatrix dots;

    private DrawnCode(BitMatrix dots) {
        super((dots.getWidth() + 2 * QUIET) * PIXELS, (dots.getHeight() + 2 * QUIET) * PIXELS);
        this.dots = dots;
    }

    static String read(byte[] content) throws ReaderException {
        List<double[]> squares = SQUARE.matcher(new String(content, StandardCharsets.ISO_8859_1))
                .results()
                .map(found -> new double[] {
                    number(found.group(1)), number(found.group(2)), number(found.group(3)), number(found.group(4))
                })
                .filter(square -> Math.abs(square[2] - square[3]) < 0.02)
                .toList();
        if (squares.isEmpty()) {
            throw NotFoundException.getNotFoundInstance();
        }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new DrawnCode(grid(squares)))))
                .getText();
    }

    private static BitMatrix grid(List<double[]> squares) {
        double left = squares.stream().mapToDouble(one -> one[0]).min().orElseThrow();
        double right =
                squares.stream().mapToDouble(one -> one[0] + one[2]).max().orElseThrow();
        double top = squares.stream().mapToDouble(one -> one[1]).max().orElseThrow();
        double dot = squares.get(0)[2];
        BitMatrix dots = new BitMatrix((int) Math.round((right - left) / dot));
        squares.forEach(one ->
                dots.set((int) Math.round((one[0] - left) / dot), (int) Math.round((top - one[1]) / dot)));
        return dots;
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    @Override
    public byte[] getRow(int y, byte[] row) {
        byte[] pixels = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
        for (int x = 0; x < getWidth(); x++) {
            pixels[x] = (byte) (isDark(x / PIXELS - QUIET, y / PIXELS - QUIET) ? 0 : 0xff);
        }
        return pixels;
    }

    private boolean isDark(int column, int row) {
        return column >= 0 && row >= 0 && column < dots.getWidth() && row < dots.getHeight() && dots.get(column, row);
    }

    @Override
    public byte[] getMatrix() {
        byte[] all = new byte[getWidth() * getHeight()];
        for (int y = 0; y < getHeight(); y++) {
            System.arraycopy(getRow(y, null), 0, all, y * getWidth(), getWidth());
        }
        return all;
    }
}
