package io.hourshare.resolve.name;

import io.hourshare.resolve.text.Characters;

/** How alike two names are, from the most telling part to the least; whole strings are never compared alone. */
public final class NameComparison {

    /** From the same name down to nothing in common. */
    public enum Level {
        SAME,
        CORE,
        NEAR,
        BRAND,
        TRADE,
        PART,
        FAR
    }

    /** @param distance weighted edits between the cores */
    public record Result(Level level, double distance, boolean region, boolean form, boolean tail) {}

    private static final double CLOSE = 1.0;
    private static final double LIMIT = 2.5;

    private final NameDistance distances = new NameDistance(Characters.shared());

    /** Flags tell a conflict of region words, legal form or branch tail; a part that one name lacks is none. */
    public Result compare(NameForm one, NameForm other) {
        double distance = distances.between(one.core(), other.core(), LIMIT);
        return new Result(
                level(one, other, distance),
                distance,
                regionsDiffer(one.region(), other.region()),
                formsDiffer(one.form(), other.form()),
                tailsDiffer(one.tail(), other.tail()) || isOutletOf(one, other) || isOutletOf(other, one));
    }

    private Level level(NameForm one, NameForm other, double distance) {
        if (one.full().equals(other.full())) {
            return Level.SAME;
        }
        if (one.core().equals(other.core())) {
            return Level.CORE;
        }
        if (distance <= allowed(one.core().length(), other.core().length()) && startsNear(one, other, distance)) {
            return Level.NEAR;
        }
        if (brandDistance(one, other) <= NameDistance.ALIKE) {
            return tradesAgree(one.industry(), other.industry()) ? Level.BRAND : Level.TRADE;
        }
        return partOf(one, other) || partOf(other, one) ? Level.PART : Level.FAR;
    }

    /**
     * Names differ by their beginnings, so an edit may not make another brand of a short one; where one character is
     * missing, the rest of the brand must still be there.
     */
    private boolean startsNear(NameForm one, NameForm other, double distance) {
        int length = Math.min(one.brand().length(), other.brand().length());
        if (one.core().length() != other.core().length() || distance <= NameDistance.SWAP) {
            return true;
        }
        String start = one.core().substring(0, length);
        return distances.between(start, other.core().substring(0, length), CLOSE)
                <= (length <= 2 ? 2 * NameDistance.ALIKE : CLOSE);
    }

    private double brandDistance(NameForm one, NameForm other) {
        return distances.between(one.brand(), other.brand(), CLOSE);
    }

    private static double allowed(int one, int other) {
        if (Math.max(one, other) <= 3) {
            return 2 * NameDistance.ALIKE;
        }
        return Math.min(one, other) <= 7 ? CLOSE : 2 * CLOSE;
    }

    /** One trade is missing, or one is told at greater length. */
    private static boolean tradesAgree(String one, String other) {
        return one.startsWith(other) || other.startsWith(one) || one.endsWith(other) || other.endsWith(one);
    }

    /** The short name's brand stands within the long name, or all its characters do in their order. */
    private static boolean partOf(NameForm brief, NameForm whole) {
        if (brief.brand().length() >= 2 && whole.full().contains(brief.brand())) {
            return true;
        }
        String text = brief.core();
        int at = 0;
        for (int i = 0; i < whole.full().length() && at < text.length(); i++) {
            at += whole.full().charAt(i) == text.charAt(at) ? 1 : 0;
        }
        return text.length() >= 3 && at == text.length();
    }

    /** Characters that changed places still tell the same region. */
    private boolean regionsDiffer(String one, String other) {
        return !one.isEmpty()
                && !other.isEmpty()
                && !one.contains(other)
                && !other.contains(one)
                && distances.between(one, other, CLOSE) > NameDistance.SWAP;
    }

    /** {@code 公司} is what people call a limited company, too. */
    private static boolean formsDiffer(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !one.endsWith(other) && !other.endsWith(one);
    }

    /** Characters that changed places or sound alike still tell the same branch; another number or place does not. */
    private boolean tailsDiffer(String one, String other) {
        if (one.equals(other)) {
            return false;
        }
        boolean oneHasNone = one.isEmpty() || other.isEmpty();
        return oneHasNone
                || !one.endsWith(other)
                        && !other.endsWith(one)
                        && (distances.between(one, other, CLOSE) > NameDistance.SWAP
                                || !digits(one).equals(digits(other)));
    }

    /** {@code 宏达物流平湖营业部} leaves out its head's form: it is no other name of the company. */
    private static boolean isOutletOf(NameForm one, NameForm other) {
        return one.tail().isEmpty()
                && other.tail().isEmpty()
                && LegalForm.endsWithOutlet(one.full())
                && other.form().endsWith("公司")
                && !LegalForm.endsWithOutlet(other.full());
    }

    private static String digits(String tail) {
        return tail.replaceAll("[^0-9]", "");
    }
}
