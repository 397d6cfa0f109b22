package io.hourshare.operate;

import io.hourshare.access.Problem;
import io.hourshare.operate.run.RunRefusedException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what operators cannot have as problems of RFC 9457, under the codes that the command line prints. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalAdvice {

    @ExceptionHandler(RunRefusedException.class)
    ResponseEntity<ProblemDetail> refused(RunRefusedException refusal) {
        HttpStatus status = refusal.status();
        return ResponseEntity.status(status)
                .body(Problem.of(status, refusal.code(), "无法执行", String.valueOf(refusal.getMessage())));
    }
}
