package io.hourshare.access;

import io.hourshare.contract.UnknownNameException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns a list asked for by an unknown name into a problem of RFC 9457 that says which names there are. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnknownNames {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(UnknownNameException unknown) {
        HttpStatus status = HttpStatus.UNPROCESSABLE_ENTITY;
        return ResponseEntity.status(status)
                .body(Problem.of(status, unknown.code(), "没有这个名称", String.valueOf(unknown.getMessage())));
    }
}
