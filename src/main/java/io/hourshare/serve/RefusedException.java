package io.hourshare.serve;

import io.hourshare.access.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A request that cannot be answered as asked; becomes a problem of RFC 9457 with a stable code. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final String title;

    /**
     * @param code stable word in lower-kebab
     * @param detail in Chinese: cause and remedy
     */
    public RefusedException(HttpStatus status, String code, String title, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
        this.title = title;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** In Chinese, a few words. */
    public String title() {
        return title;
    }

    ProblemDetail problem() {
        return Problem.of(status, code, title, String.valueOf(getMessage()));
    }
}
