package io.hourshare.serve;

import io.hourshare.access.Caller;
import io.hourshare.access.Permission;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much somebody sees of restricted and personal values. */
public enum Sight {
    /** That there is a value. */
    NOTHING,
    /** A few characters of it, enough to recognise what is known already. */
    MASKED,
    /** The value itself. */
    WHOLE;

    /** Rather a date, a flag or a short word than somebody's name or number. */
    private static final int SHORTEST_NUMBER = 7;

    /**
     * What the caller of this thread's request may see.
     *
     * @param purpose what for; without one nobody sees more than masked values
     */
    public static Sight ofCurrent(String purpose) {
        Optional<Caller> caller = Caller.current();
        if (caller.filter(one -> one.may(Permission.READ_RESTRICTED)).isPresent() && !purpose.isBlank()) {
            return WHOLE;
        }
        return caller.filter(one -> one.may(Permission.READ_MASKED)).isPresent() ? MASKED : NOTHING;
    }

    /** Keeps the beginning, of numbers the end too; what is no text is not shown at all. */
    public static @Nullable String masked(@Nullable Object value) {
        if (!(value instanceof String text) || text.isEmpty()) {
            return null;
        }
        int length = text.length();
        if (length >= SHORTEST_NUMBER && text.chars().allMatch(c -> c < 0x80)) {
            return text.substring(0, 3) + "*".repeat(length - 5) + text.substring(length - 2);
        }
        return text.substring(0, text.offsetByCodePoints(0, 1)) + "**";
    }
}
