package io.hourshare.serve;

import io.hourshare.access.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever goes wrong in a controller of the interface into a problem of RFC 9457. */
@RestControllerAdvice(annotations = RestController.class)
class ApiProblems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedException refused) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(refused.status());
        if (refused.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, "5");
        }
        return answer.body(refused.problem());
    }

    /** The same question about the enterprise that answers for the id now. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> moved(MovedException moved, HttpServletRequest request) {
        String question = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String path = request.getRequestURI().replace("/" + moved.asked(), "/" + moved.enterpriseId());
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(URI.create(path + question))
                .body(Problem.of(
                        HttpStatus.PERMANENT_REDIRECT,
                        "enterprise-moved",
                        "企业标识已变更",
                        String.valueOf(moved.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noFile(MultipartException broken) {
        return ResponseEntity.badRequest()
                .body(Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "bad-upload",
                        "没有收到文件",
                        "请求须为 multipart/form-data，文件放在 file 项中，不超过 50 MB；过大的名单请拆成几份。"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(RuntimeException failure) {
        LOG.error("接口出错", failure);
        return ResponseEntity.internalServerError()
                .body(Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal-error",
                        "服务出错",
                        "服务内部出错，已记入日志。请稍后重试；仍然出错时请联系运维人员并告知时间。"));
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        RequestFault fault = RequestFault.of(exception);
        HttpStatus known = HttpStatus.valueOf(status.value());
        return ResponseEntity.status(known)
                .headers(headers)
                .body(Problem.of(known, fault.code(), "请求有误", fault.detail()));
    }
}
