package io.hourshare.operate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds thousands of words in whatever bytes there are, in one pass; a number is found where it begins. */
final class WordFinder {

    private static final int HEAD = 4;

    private final Map<Integer, List<byte[]>> byHead = new HashMap<>();
    private final BitSet heads = new BitSet(1 << 16);

    /** @param words of four bytes or more */
    WordFinder(Collection<String> words) {
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            int head = 0;
            for (int i = 0; i < HEAD; i++) {
                head = head << 8 | bytes[i] & 0xff;
            }
            heads.set(folded(head));
            byHead.computeIfAbsent(head, first -> new ArrayList<>()).add(bytes);
        }
    }

    Set<String> in(byte[] told) {
        Set<String> found = new TreeSet<>();
        int head = 0;
        for (int i = 0; i < told.length; i++) {
            head = head << 8 | told[i] & 0xff;
            if (heads.get(folded(head)) && i >= HEAD - 1) {
                find(told, i - HEAD + 1, byHead.getOrDefault(head, List.of()), found);
            }
        }
        return found;
    }

    private static void find(byte[] told, int at, List<byte[]> words, Set<String> found) {
        for (byte[] word : words) {
            boolean begins = at == 0 || !isDigit(told[at - 1]) || !isDigit(word[0]);
            if (begins && isThere(told, at, word)) {
                found.add(new String(word, StandardCharsets.UTF_8));
            }
        }
    }

    private static boolean isThere(byte[] told, int at, byte[] word) {
        if (at + word.length > told.length) {
            return false;
        }
        for (int i = HEAD; i < word.length; i++) {
            if (told[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }

    private static int folded(int head) {
        return (head * 0x9E3779B1) >>> 16;
    }
}
