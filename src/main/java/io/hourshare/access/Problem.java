package io.hourshare.access;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Builds answers of RFC 9457: stable {@code code}, Chinese {@code detail} with cause and remedy. */
public final class Problem {

    private Problem() {}

    /** @param code stable word in lower-kebab; the type is the help page of this code */
    public static ProblemDetail of(HttpStatus status, String code, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + code));
        problem.setTitle(title);
        problem.setProperty("code", code);
        return problem;
    }
}
