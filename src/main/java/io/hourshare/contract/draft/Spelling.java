package io.hourshare.contract.draft;

import io.hourshare.kernel.Pinyin;
import java.util.Locale;
import java.util.regex.Pattern;

/** How headings become identifiers and values become YAML. */
final class Spelling {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_./ -]*");
    private static final Pattern LIES = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

    private Spelling() {}

    /** Column names stay as they are where they are words already; Chinese ones are spelt out. */
    static String identifier(String column) {
        String bare = column.replaceAll("[（(【\\[][^（(【\\[]*[)）】\\]]$", "");
        String spelt =
                bare.chars().anyMatch(one -> one > 0x7f) ? Pinyin.of(bare, "").replace('ü', 'v') : bare;
        String word = spelt.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        return word.isEmpty() || !Character.isLetter(word.charAt(0)) ? "field_" + word : word;
    }

    static String scalar(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !LIES.matcher(text).matches() && !text.endsWith(" ");
        return plain
                ? text
                : "\""
                        + text.replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\t", "\\t")
                                .replace("\n", "\\n") + "\"";
    }

    /** What a sample's file is called, without the day or the number in it, where that says something in Chinese. */
    static String title(String fileName, String otherwise) {
        String stem = fileName.replaceFirst("\\.[^.]*$", "")
                .replaceAll("[0-9]+(年|月|日|季度|期)?|[（(][）)]", "")
                .replaceAll("^[\\s_.-]+|[\\s_.-]+$", "");
        return stem.codePoints().filter(Character::isIdeographic).count() > 1 ? stem : otherwise;
    }

    static String contractHead(String id, String name) {
        return "apiVersion: v3.1.0\nkind: DataContract\nid: " + id + "\nname: " + scalar(name)
                + "\nversion: 0.1.0\nstatus: active\n";
    }
}
