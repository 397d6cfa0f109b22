package io.hourshare.resolve.text;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import io.hourshare.kernel.Pinyin;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Classes of characters that stand for one another: width, case, traditional and simplified, sound, shape.
 *
 * <p>A class is named by one of its characters, so folded texts keep their length. Safe for use by many threads.
 */
public final class Characters {

    private static final Characters SHARED = new Characters();
    private static final String OPENING = "([{<【〔〖《「『〈［｛﹙";
    private static final String CLOSING = ")]}>】〕〗》」』〉］｝﹚";

    private final char[] simplified = new char[Character.MAX_VALUE + 1];
    private final char[] shape = new char[Character.MAX_VALUE + 1];
    private final AtomicReferenceArray<@Nullable String> sounds = new AtomicReferenceArray<>(Character.MAX_VALUE + 1);
    private final Map<String, Character> soundClass = new HashMap<>();

    private Characters() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            simplified[c] = (char) c;
            shape[c] = (char) c;
        }
        for (char c = '\u4e00'; c <= '\u9fa5'; c++) {
            String simple = ZhConverterUtil.toSimple(String.valueOf(c));
            simplified[c] = simple.length() == 1 ? simple.charAt(0) : c;
        }
        for (String line : WordList.lines("look-alike.txt")) {
            line.chars().forEach(c -> shape[c] = line.charAt(0));
        }
    }

    public static Characters shared() {
        return SHARED;
    }

    /** Half width, upper case, simplified, round brackets; blanks, hyphens and other marks are gone. */
    public String fold(String text) {
        return fold(text, "");
    }

    /** @param marks further marks that stay */
    public String fold(String text, String marks) {
        String normal = isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder folded = new StringBuilder(normal.length());
        for (int i = 0; i < normal.length(); i++) {
            char c = halfWidth(normal.charAt(i));
            if (OPENING.indexOf(c) >= 0) {
                folded.append('(');
            } else if (CLOSING.indexOf(c) >= 0) {
                folded.append(')');
            } else if (c == '〇' || c == '○') {
                folded.append('零');
            } else if (Character.isLetterOrDigit(c) || isSeparator(c) || marks.indexOf(c) >= 0) {
                folded.append(simplified[c]);
            }
        }
        return folded.toString().toUpperCase(Locale.ROOT);
    }

    /** Each character replaced by the class of its (first) reading. */
    public String sound(String text) {
        StringBuilder sound = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            sound.append(sounds(text.charAt(i)).charAt(0));
        }
        return sound.toString();
    }

    /** {@link #sound}, and the same with one character by another of its readings, as far as {@code most}. */
    public List<String> soundings(String text, int most) {
        String first = sound(text);
        List<String> all = new ArrayList<>(List.of(first));
        for (int i = 0; i < text.length(); i++) {
            String readings = sounds(text.charAt(i));
            for (int j = 1; j < readings.length() && all.size() < most; j++) {
                all.add(first.substring(0, i) + readings.charAt(j) + first.substring(i + 1));
            }
        }
        return all;
    }

    /** Each character replaced by the first one of its shape. */
    public String shape(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        text.chars().forEach(c -> seen.append(shape[c]));
        return seen.toString();
    }

    public boolean soundAlike(char one, char other) {
        String first = sounds(one);
        String second = sounds(other);
        for (int i = 0; i < first.length(); i++) {
            if (second.indexOf(first.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    public boolean lookAlike(char one, char other) {
        return shape[one] == shape[other];
    }

    private String sounds(char c) {
        String known = sounds.get(c);
        if (known == null) {
            known = readings(c);
            sounds.set(c, known);
        }
        return known;
    }

    private String readings(char c) {
        if (c < '\u4e00' || c > '\u9fa5') {
            return String.valueOf(c);
        }
        List<String> readings = Pinyin.of(c);
        StringBuilder classes = new StringBuilder();
        for (String reading : readings) {
            classes.append(classOf(reading));
        }
        return classes.isEmpty() ? String.valueOf(c) : classes.toString();
    }

    /** The class is a private-use character derived from the reading, so that it is the same in every run. */
    private char classOf(String reading) {
        synchronized (soundClass) {
            return soundClass.computeIfAbsent(reading, SoundCode::of);
        }
    }

    /** The common part of NFKC, done here because the whole of it costs more than everything else. */
    private static char halfWidth(char c) {
        return c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
    }

    private static boolean isSeparator(char c) {
        return c == ':' || c == ',' || c == '、' || c == ';' || c == '#' || c == '|' || c == '/';
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean han = c >= '\u4e00' && c <= '\u9fa5';
            if (c > 0x7e && !han && (c < '\uff01' || c > '\uff5e') && c != '\u3000') {
                return false;
            }
        }
        return true;
    }
}
