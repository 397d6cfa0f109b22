package io.hourshare.operate.run;

/** A run cannot be accepted as it was asked for. */
public final class RunRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public RunRefusedException(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
