package io.hourshare.serve.profile;

import io.hourshare.kernel.Uscc;
import io.hourshare.serve.search.SearchText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks a unified code as it is typed and finds what was probably meant. */
public final class CodeCheck {

    private static final int LENGTH = 18;
    private static final int MOST = 6;
    private static final Pattern CODE_LIKE = Pattern.compile("[0-9A-Z]{15,20}");

    /** Characters that are taken for each other; the first of each pair may stand for the second. */
    private static final List<String> ALIKE = List.of(
            "O0", "I1", "S5", "Z2", "VU", "0D", "D0", "1L", "L1", "8B", "B8", "5S", "2Z", "6G", "G6", "UV", "4A", "A4",
            "0Q", "Q0", "17", "71", "38", "83", "UW", "WU", "NM", "MN", "EF", "FE", "PR", "RP");

    private final Profiles profiles;

    CodeCheck(Profiles profiles) {
        this.profiles = profiles;
    }

    /**
     * What to say about what was typed.
     *
     * @param asked whether it looks like a code at all
     * @param valid whether it is one with the right check character
     * @param says in Chinese, a sentence; empty where nothing need be said
     */
    public record Advice(String typed, boolean asked, boolean valid, String says, List<Slip> slips) {

        public Advice {
            slips = List.copyOf(slips);
        }
    }

    /**
     * What was probably meant.
     *
     * @param how in Chinese, what would have been mistyped
     * @param known whether an enterprise with this code is served
     */
    public record Slip(String code, String how, boolean known) {}

    /** Says nothing about what is no code. */
    public Advice check(String text) {
        String typed = SearchText.fold(text).toUpperCase(Locale.ROOT);
        if (!CODE_LIKE.matcher(typed).matches()
                || typed.length() == 15 && typed.chars().allMatch(Character::isDigit)) {
            return new Advice(typed, false, false, "", List.of());
        }
        if (Uscc.isValid(typed)) {
            return new Advice(typed, true, true, "代码校验正确", List.of());
        }
        List<Slip> slips = slips(typed);
        return new Advice(typed, true, false, says(typed, slips.isEmpty()), slips);
    }

    private List<Slip> slips(String typed) {
        Set<Slip> found = new LinkedHashSet<>();
        letters(typed, found);
        swaps(typed, found);
        likes(typed, found);
        if (typed.length() == LENGTH + 1) {
            for (int i = 0; i < typed.length(); i++) {
                add(
                        found,
                        typed.substring(0, i) + typed.substring(i + 1),
                        "第 " + (i + 1) + " 位多打了一个 " + typed.charAt(i));
            }
        }
        List<Slip> ranked = new ArrayList<>(found.stream().filter(Slip::known).toList());
        found.stream().filter(slip -> !slip.known()).forEach(ranked::add);
        return ranked.stream().limit(MOST).toList();
    }

    /** Letters that no code has, all of them at once. */
    private void letters(String typed, Set<Slip> found) {
        String digits =
                typed.replace('O', '0').replace('I', '1').replace('S', '5').replace('Z', '2');
        if (!digits.equals(typed)) {
            add(found, digits, "字母 O、I、S、Z 应为数字 0、1、5、2");
        }
    }

    private void swaps(String typed, Set<Slip> found) {
        for (int i = 0; i + 1 < typed.length(); i++) {
            if (typed.charAt(i) != typed.charAt(i + 1)) {
                String swapped = typed.substring(0, i) + typed.charAt(i + 1) + typed.charAt(i) + typed.substring(i + 2);
                add(found, swapped, "第 " + (i + 1) + "、" + (i + 2) + " 位颠倒");
            }
        }
    }

    private void likes(String typed, Set<Slip> found) {
        for (int i = 0; i < typed.length(); i++) {
            for (String pair : ALIKE) {
                if (typed.charAt(i) == pair.charAt(0)) {
                    String other = typed.substring(0, i) + pair.charAt(1) + typed.substring(i + 1);
                    add(found, other, "第 " + (i + 1) + " 位 " + pair.charAt(0) + " 应为 " + pair.charAt(1));
                }
            }
        }
    }

    private void add(Set<Slip> found, String code, String how) {
        if (Uscc.isValid(code) && found.stream().noneMatch(slip -> slip.code().equals(code))) {
            found.add(new Slip(code, how, profiles.holds(code)));
        }
    }

    private static String says(String typed, boolean nothingFound) {
        if (typed.length() != LENGTH) {
            return "统一社会信用代码应为 " + LENGTH + " 位，现为 " + typed.length() + " 位";
        }
        return "代码校验不符，可能录错了一位或颠倒了两位" + (nothingFound ? "，请核对营业执照" : "。是不是：");
    }
}
