package io.hourshare.pull;

import org.jspecify.annotations.Nullable;

/** A source did not give its data whole; nothing of the attempt counts as landed. */
public final class PullFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param reason stable code, for example {@code SOURCE_UNREACHABLE}, {@code SOURCE_REFUSED}, {@code TRUNCATED}
     * @param message Chinese: what happened, and what to do
     */
    public PullFailedException(String reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
