package io.hourshare.contract;

/** A question asks for something by a name that nobody knows; the message, in Chinese, says which ones there are. */
public final class UnknownNameException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String code;

    UnknownNameException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable word in lower-kebab. */
    public String code() {
        return code;
    }
}
