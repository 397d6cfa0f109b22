package io.hourshare.normalize.convert;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Short ways for names and free texts that need no mending, on valid UTF-8: making strings of every field costs more
 * than all that is done with them. Each answers what its rule would, or null where it cannot tell.
 */
final class UsualTexts {

    /** Below every length at which a cut-off text is noted. */
    private static final int LONGEST = 1_999;

    private static final int LONGEST_WORD = 32;

    /** Length of the last character of the word for company. */
    private static final int COMPANY = 3;

    /** First byte of full-width brackets. */
    private static final byte BRACKETS = (byte) 0xef;

    /** By length and first byte: whether some word that means nothing looks so. */
    private static final boolean[][] NOTHING = new boolean[LONGEST_WORD][256];

    static {
        Set<String> words = new HashSet<>(Texts.emptyWords());
        words.addAll(Texts.DITTO);
        for (String word : words) {
            byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
            if (utf8.length > 0) {
                NOTHING[utf8.length][utf8[0] & 0xff] = true;
            }
        }
        NOTHING[1]['0'] = true;
    }

    private static final int IDENTITY_DIGITS = 17;

    private UsualTexts() {}

    /** No blank at either end, nothing invisible and nothing like an identity number anywhere. */
    static byte @Nullable [] text(byte[] utf8) {
        if (!isPossible(utf8)) {
            return null;
        }
        int digits = 0;
        boolean parted = false;
        int at = 0;
        while (at < utf8.length) {
            byte octet = utf8[at];
            if (octet >= '0' && octet <= '9') {
                digits++;
                at++;
                continue;
            }
            if (isWideDigit(utf8, at)) {
                digits++;
                parted = true;
            } else if (mayPart(octet)) {
                parted = true;
            } else if (mayBeIdentity(digits, parted)) {
                return null;
            } else {
                digits = 0;
                parted = false;
            }
            int length = octet >= 0 ? ascii(octet) : visible(utf8, at);
            if (length == 0) {
                return null;
            }
            at += length;
        }
        return mayBeIdentity(digits, parted) ? null : utf8;
    }

    /** More digits in a row are some other number; where something parts them, the rule itself looks closer. */
    private static boolean mayBeIdentity(int digits, boolean parted) {
        return digits >= IDENTITY_DIGITS && (parted || digits <= IDENTITY_DIGITS + 1);
    }

    /** Blanks, hyphens, and what begins the wide ones. */
    private static boolean mayPart(byte octet) {
        return octet == ' ' || octet == '-' || octet == (byte) 0xe2 || octet == (byte) 0xe3;
    }

    private static boolean isWideDigit(byte[] utf8, int at) {
        return utf8[at] == (byte) 0xef
                && utf8[at + 1] == (byte) 0xbc
                && utf8[at + 2] >= (byte) 0x90
                && utf8[at + 2] <= (byte) 0x99;
    }

    /** Characters, letters, digits and full-width brackets; a seal's mark is taken out by the rule itself. */
    static byte @Nullable [] name(byte[] utf8) {
        if (!isPossible(utf8) || mayBeTrial(utf8)) {
            return null;
        }
        int at = 0;
        int company = -1;
        boolean numbered = utf8[0] >= '0' && utf8[0] <= '9';
        while (at < utf8.length) {
            byte octet = utf8[at];
            if (octet >= 0 ? !isLetterOrDigit(octet) : !isName(utf8, at) || numbered && octet == BRACKETS) {
                return null;
            }
            company = octet < 0 && company < 0 && isCompany(utf8, at) ? at : company;
            at += octet >= 0 ? 1 : 3;
        }
        boolean whole = company < 0 || company + COMPANY == utf8.length;
        return whole && utf8[0] != BRACKETS
                ? utf8
                : null; // what follows a company, or a number before it, is for the rule
    }

    /** Whether it begins like what somebody types in to try a system out: 测试, 试录, 这是, test. */
    private static boolean mayBeTrial(byte[] utf8) {
        int first = utf8[0] & 0xff;
        if (first != 0xe6 && first != 0xe8) {
            return first == 't' || first == 'T';
        }
        int rest = utf8.length < COMPANY ? 0 : (utf8[1] & 0xff) << 8 | utf8[2] & 0xff;
        return first == 0xe6 ? rest == 0xb58b : rest == 0xaf95 || rest == 0xbf99;
    }

    /** As {@link #name}, but brackets become half-width ones. */
    static byte @Nullable [] person(byte[] utf8) {
        byte[] name = name(utf8);
        for (int i = 0; name != null && i < utf8.length; i++) {
            if (utf8[i] == BRACKETS) {
                return null;
            }
        }
        return name;
    }

    /** Characters and visible ASCII; the full-width forms of ASCII become plain. */
    static byte @Nullable [] half(byte[] utf8) {
        if (!isPossible(utf8)) {
            return null;
        }
        byte[] half = utf8;
        int to = 0;
        int at = 0;
        while (at < utf8.length) {
            int plain = utf8[at] >= 0 ? ascii(utf8[at]) == 0 ? -1 : utf8[at] : fullWidth(utf8, at);
            if (plain < 0 || plain == 0 && !isIdeograph(utf8, at) && !isStop(utf8, at)) {
                return null;
            }
            int length = utf8[at] >= 0 ? 1 : 3;
            if (plain > 0 && length == 3 && half == utf8) {
                half = utf8.clone();
            }
            if (half != utf8) {
                to = copy(utf8, at, plain, half, to);
            }
            at += length;
            to = half == utf8 ? at : to;
        }
        return half == utf8 ? utf8 : isPossible(Arrays.copyOf(half, to)) ? Arrays.copyOf(half, to) : null;
    }

    private static int copy(byte[] from, int at, int plain, byte[] half, int to) {
        if (plain > 0) {
            half[to] = (byte) plain;
            return to + 1;
        }
        System.arraycopy(from, at, half, to, 3);
        return to + 3;
    }

    static boolean isPossible(byte[] utf8) {
        int length = utf8.length;
        return length > 0
                && length <= LONGEST
                && utf8[0] != ' '
                && utf8[length - 1] != ' '
                && (length >= LONGEST_WORD || !NOTHING[length][utf8[0] & 0xff] && !isSign(utf8[0]));
    }

    /** Whether a short text may be nothing but signs: neither a letter, nor a digit, nor an ideograph begins it. */
    private static boolean isSign(byte first) {
        int octet = first & 0xff;
        return octet < 0x80 ? !isLetterOrDigit(first) : octet < 0xe4 || octet == 0xef;
    }

    private static int ascii(byte octet) {
        return octet >= ' ' && octet < 0x7f ? 1 : 0;
    }

    private static boolean isLetterOrDigit(byte octet) {
        return octet >= '0' && octet <= '9' || octet >= 'A' && octet <= 'Z' || octet >= 'a' && octet <= 'z';
    }

    /** Length of a character that is surely visible; 0 where it may be a blank or a control. */
    private static int visible(byte[] utf8, int at) {
        int first = utf8[at] & 0xff;
        if (first < 0xe0) {
            return first == 0xc2 ? 0 : 2;
        }
        if (first >= 0xf0) {
            return 4;
        }
        int code = (first & 0xf) << 12 | (utf8[at + 1] & 0x3f) << 6 | utf8[at + 2] & 0x3f;
        boolean doubtful = code <= 0x3000 && Texts.isBlank((char) code) || code == 0xfeff;
        return doubtful ? 0 : 3;
    }

    private static boolean isName(byte[] utf8, int at) {
        boolean seal = utf8[at] == (byte) 0xe7 && utf8[at + 1] == (byte) 0xab && utf8[at + 2] == (byte) 0xa0; // 章
        boolean bracket = utf8[at] == BRACKETS
                && utf8[at + 1] == (byte) 0xbc
                && (utf8[at + 2] == (byte) 0x88 || utf8[at + 2] == (byte) 0x89);
        return bracket || isIdeograph(utf8, at) && !seal;
    }

    /** {@code 司} */
    private static boolean isCompany(byte[] utf8, int at) {
        return utf8[at] == (byte) 0xe5 && utf8[at + 1] == (byte) 0x8f && utf8[at + 2] == (byte) 0xb8;
    }

    /** U+4E00 to U+9FFF. */
    private static boolean isIdeograph(byte[] utf8, int at) {
        int first = utf8[at] & 0xff;
        return first >= 0xe5 && first <= 0xe9 || first == 0xe4 && (utf8[at + 1] & 0xff) >= 0xb8;
    }

    /** {@code 、} and {@code 。} */
    private static boolean isStop(byte[] utf8, int at) {
        return utf8[at] == (byte) 0xe3
                && utf8[at + 1] == (byte) 0x80
                && (utf8[at + 2] == (byte) 0x81 || utf8[at + 2] == (byte) 0x82);
    }

    /** The plain form of U+FF01 to U+FF5E, else 0. */
    private static int fullWidth(byte[] utf8, int at) {
        if (utf8[at] != (byte) 0xef) {
            return 0;
        }
        int code = 0xf000 | (utf8[at + 1] & 0x3f) << 6 | utf8[at + 2] & 0x3f;
        return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : 0;
    }
}
