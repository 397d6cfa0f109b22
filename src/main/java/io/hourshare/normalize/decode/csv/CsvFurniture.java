package io.hourshare.normalize.decode.csv;

import io.hourshare.kernel.TableFooter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a text table that are no records: its header once more, sums, signatures. */
final class CsvFurniture {

    private final CsvForm form;
    private final int width;
    private final byte[] heading;
    private final byte[][] beginnings;

    /** @param heading bytes of the row that names the columns */
    CsvFurniture(CsvForm form, int width, byte[] heading) {
        this.form = form;
        this.width = width;
        this.heading = heading;
        this.beginnings = beginnings(form);
    }

    private static byte[][] beginnings(CsvForm form) {
        Charset charset = form.decoding().isUtf8() ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
        boolean known = form.decoding().isUtf8() || form.decoding().isNational();
        return known
                ? TableFooter.BEGINNINGS
                        .chars()
                        .mapToObj(one -> Character.toString(one).getBytes(charset))
                        .toArray(byte[][]::new)
                : new byte[0][];
    }

    boolean holds(CsvFrames.Frame frame) {
        byte[] bytes = frame.bytes();
        return Arrays.equals(bytes, heading) || mayEnd(bytes) && isFooter(frame);
    }

    private boolean mayEnd(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && (bytes[at] <= ' ' && bytes[at] >= 0 || isFrame(bytes[at]))) {
            at++;
        }
        if (at == bytes.length || bytes[at] >= 0) {
            return false;
        }
        for (byte[] beginning : beginnings) {
            int end = at + beginning.length;
            if (end <= bytes.length && Arrays.equals(bytes, at, end, beginning, 0, beginning.length)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFrame(byte octet) {
        return octet == CsvForm.QUOTE || octet == form.delimiter();
    }

    private boolean isFooter(CsvFrames.Frame frame) {
        @Nullable List<String> cells = CsvCells.texts(frame, form);
        return cells != null
                && TableFooter.isFooter(
                        cells.stream()
                                .map(String::strip)
                                .filter(cell -> !cell.isEmpty())
                                .toList(),
                        width);
    }
}
