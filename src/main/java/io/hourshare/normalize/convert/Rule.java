package io.hourshare.normalize.convert;

import org.jspecify.annotations.Nullable;

/** A named rule of the {@code as:} kind; never throws on bad data, and the same text always gives the same result. */
@FunctionalInterface
public interface Rule {

    /** @param text as it came, not empty */
    Converted convert(String text, Neighbours neighbours);

    /**
     * The value of a text in its usual form, found on its bytes alone; null where only {@link #convert} can tell.
     *
     * @param utf8 not empty; the answer may be the same array
     */
    default byte @Nullable [] usual(byte[] utf8) {
        return null;
    }

    /** This rule with a short way for texts in their usual form, which must give what the rule itself gives. */
    default Rule shortened(ShortWay way) {
        Rule whole = this;
        return new Rule() {
            @Override
            public Converted convert(String text, Neighbours neighbours) {
                return whole.convert(text, neighbours);
            }

            @Override
            public byte @Nullable [] usual(byte[] utf8) {
                return way.value(utf8);
            }
        };
    }

    /** As {@link #usual}. */
    @FunctionalInterface
    interface ShortWay {
        byte @Nullable [] value(byte[] utf8);
    }
}
