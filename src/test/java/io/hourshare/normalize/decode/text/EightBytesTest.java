package io.hourshare.normalize.decode.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class EightBytesTest {

    private static final String[] PIECES = {
        "a", "Z9", "\"", "\\", "é", "中", "华人民共和国", "，", "（", "㐀", "𠮷", "ࠀ", "\uD7FF", "\uE000", "ordinary words"
    };

    @RepeatedTest(40)
    void aQuoteOrEscapeIsFoundWhereReadingByteByByteFindsIt(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        byte[] bytes = text(random);
        for (int from = 0; from <= bytes.length; from++) {
            int expected = from;
            while (expected < bytes.length && bytes[expected] != '"' && bytes[expected] != '\\') {
                expected++;
            }
            assertThat(EightBytes.quoteOrEscape(bytes, from, bytes.length)).isEqualTo(expected);
            assertThat(EightBytes.either(bytes, from, expected, '"', '\\')).isEqualTo(expected);
        }
    }

    @RepeatedTest(200)
    void bytesAreTakenForTextExactlyWhereTheyAreUtf8WithoutNul(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        byte[] bytes = text(random);
        if (random.nextBoolean()) {
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
        }
        assertThat(isTaken(bytes)).isEqualTo(isText(bytes));
    }

    @Test
    void surrogatesAndLongFormsAreRefusedInEitherPlaceOfAPair() {
        byte[] pair = "中华人民".getBytes(StandardCharsets.UTF_8);
        for (byte[] wrong :
                new byte[][] {{(byte) 0xed, (byte) 0xa0, (byte) 0x80}, {(byte) 0xe0, (byte) 0x80, (byte) 0x80}}) {
            for (int place = 0; place < 4; place++) {
                byte[] bytes = pair.clone();
                System.arraycopy(wrong, 0, bytes, place * 3, 3);
                assertThat(isTaken(bytes)).as("place %s", place).isFalse();
            }
        }
    }

    private static byte[] text(Random random) {
        StringBuilder text = new StringBuilder("x");
        for (int pieces = random.nextInt(12); pieces >= 0; pieces--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isTaken(byte[] bytes) {
        try {
            JsonText.check(bytes, 0, bytes.length);
            return true;
        } catch (DamagedRecordException refused) {
            return false;
        }
    }

    private static boolean isText(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Arrays.equals(bytes, new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))
                    && new String(bytes, StandardCharsets.UTF_8).indexOf('\0') < 0;
        } catch (CharacterCodingException refused) {
            return false;
        }
    }
}
