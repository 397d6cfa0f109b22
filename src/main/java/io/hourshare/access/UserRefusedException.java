package io.hourshare.access;

/** A user cannot be added or changed as asked; says in Chinese why and what to do. */
public final class UserRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    UserRefusedException(String code, String detail) {
        super(detail);
        this.code = code;
    }

    /** Stable word in lower-kebab. */
    public String code() {
        return code;
    }
}
