package io.hourshare.normalize.decode.text;

import io.hourshare.normalize.fault.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A declared character encoding, decoded strictly: what does not fit is an error, never a replacement character. */
public final class TextDecoding {

    private static final Set<String> CHINESE =
            Set.of("GB2312", "GBK", "GB18030", "X-GBK", "CP936", "MS936", "WINDOWS-936");
    private static final Set<String> WITH_ASCII = Set.of("UTF-8", "US-ASCII", "ISO-8859-1", "WINDOWS-1252", "BIG5");

    private final Charset charset;
    private final boolean national;

    private TextDecoding(Charset charset) {
        this.charset = charset;
        this.national = charset.name().equals("GB18030");
    }

    static TextDecoding utf8() {
        return new TextDecoding(StandardCharsets.UTF_8);
    }

    /** Every Chinese national encoding is read as GB18030, which contains the older ones. */
    public static TextDecoding of(String declared) {
        String name = declared.strip().toUpperCase(Locale.ROOT);
        if (CHINESE.contains(name)) {
            return new TextDecoding(Charset.forName("GB18030"));
        }
        try {
            Charset charset = Charset.forName(name.equals("UTF8") ? "UTF-8" : name);
            if (WITH_ASCII.contains(charset.name().toUpperCase(Locale.ROOT))) {
                return new TextDecoding(charset);
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnreadableObjectException(Reason.UNSUPPORTED_ENCODING, 0, declared);
        }
        throw new UnreadableObjectException(Reason.UNSUPPORTED_ENCODING, 0, declared);
    }

    public boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** Whether it is GB18030, which stands for all Chinese national encodings. */
    public boolean isNational() {
        return national;
    }

    /** Whether a byte of 0x81 and above takes the next one with it, which may then look like ASCII. */
    public boolean isDoubleByte() {
        return national || charset.name().equalsIgnoreCase("Big5");
    }

    /** The same text as UTF-8, or null where the bytes do not fit the encoding. */
    public byte @Nullable [] toUtf8(byte[] bytes) {
        if (isUtf8()) {
            return Utf8.isValid(bytes, 0, bytes.length) ? bytes : null;
        }
        byte[] usual = national ? Gb18030.toUtf8(bytes) : null;
        if (usual != null) {
            return usual;
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    String lenient(byte[] bytes) {
        return new String(bytes, charset);
    }
}
