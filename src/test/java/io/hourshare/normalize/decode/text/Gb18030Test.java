package io.hourshare.normalize.decode.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Gb18030Test {

    private static final Charset CHARSET = Charset.forName("GB18030");

    @Test
    void everyPairIsDecodedAsTheCharsetDoes() throws CharacterCodingException {
        for (int pair = 0; pair < 0x10000; pair++) {
            assertSame(new byte[] {'a', (byte) (pair >> 8), (byte) pair, 'z'});
        }
    }

    @Test
    void randomBytesAreDecodedOrRefusedAsTheCharsetDoes() throws CharacterCodingException {
        Random random = new Random(18030);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            random.nextBytes(bytes);
            assertSame(bytes);
        }
    }

    @Test
    void ordinaryTextTakesTheShortWay() {
        String text = "平湖市新埭镇ABC（㎡）—·";
        assertThat(Gb18030.toUtf8(text.getBytes(CHARSET))).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(Gb18030.toUtf8("𠮷".getBytes(CHARSET))).isNull();
    }

    private static void assertSame(byte[] bytes) throws CharacterCodingException {
        byte[] ours = Gb18030.toUtf8(bytes);
        if (ours != null) {
            assertThat(new String(ours, StandardCharsets.UTF_8))
                    .isEqualTo(CHARSET.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        }
    }
}
