package io.hourshare.normalize.decode.text;

import io.hourshare.normalize.fault.Masking;
import java.util.Arrays;

/**
 * Shows the beginning of a record that could not be read.
 *
 * @param revealing false where the record may hold personal fields that cannot be told apart: then only the
 *     skeleton of Latin letters and punctuation is shown
 */
public record Excerpts(TextDecoding decoding, boolean revealing) {

    private static final int BYTES = 240;

    public String of(byte[] bytes) {
        String text = decoding.lenient(bytes.length <= BYTES ? bytes : Arrays.copyOf(bytes, BYTES));
        String shown = revealing ? text : text.replaceAll("[\\p{IsHan}\\p{IsDigit}]", "*");
        return Masking.excerpt(shown.replace('\u0000', '\ufffd'));
    }
}
