package io.hourshare.ledger;

import io.hourshare.access.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns a refused case into a problem of RFC 9457, before the general answer would call it a failure. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class CaseProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(CaseRefusedException refused) {
        return ResponseEntity.status(refused.status())
                .body(Problem.of(refused.status(), refused.code(), "不能办理", String.valueOf(refused.getMessage())));
    }
}
