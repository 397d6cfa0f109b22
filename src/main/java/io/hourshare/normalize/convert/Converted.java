package io.hourshare.normalize.convert;

import io.hourshare.normalize.fault.Reason;
import org.jspecify.annotations.Nullable;

/** What a rule made of a source's text. */
public sealed interface Converted {

    /** The canonical value as text, where there is one. */
    @Nullable
    String text();

    /** What is wrong, where something is. */
    @Nullable
    Reason reason();

    static Converted value(String text) {
        return new Value(text);
    }

    static Converted empty() {
        return Empty.NOTHING;
    }

    static Converted bad(Reason reason) {
        return new Bad(reason);
    }

    static Converted doubtful(String text, Reason reason) {
        return new Doubtful(text, reason);
    }

    /** A value in canonical form. */
    record Value(String text) implements Converted {
        @Override
        public @Nullable Reason reason() {
            return null;
        }
    }

    /** The source says nothing: empty, or a word that means so. */
    enum Empty implements Converted {
        NOTHING;

        @Override
        public @Nullable String text() {
            return null;
        }

        @Override
        public @Nullable Reason reason() {
            return null;
        }
    }

    /** No value can be made of the text. */
    record Bad(Reason reason) implements Converted {
        @Override
        public @Nullable String text() {
            return null;
        }
    }

    /** A value that is kept, with a note. */
    record Doubtful(String text, Reason reason) implements Converted {}
}
