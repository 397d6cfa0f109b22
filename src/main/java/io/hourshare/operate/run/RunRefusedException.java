package io.hourshare.operate.run;

import org.springframework.http.HttpStatus;

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

    /** What the state of things forbids is a conflict; what was asked wrongly, or is not known, is not. */
    public HttpStatus status() {
        if (code.endsWith("-unknown") && !code.equals("feed-unknown")) {
            return HttpStatus.NOT_FOUND;
        }
        boolean conflict = code.startsWith("run-") || code.startsWith("hold-") || code.equals("plan-changed");
        return conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
    }
}
