package io.hourshare.web;

import io.hourshare.access.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is left when nobody answered or an answer failed: a page for people, a problem for machines. */
@Controller
class ErrorPages implements ErrorController {

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = status(request);
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        String title = title(status);
        String detail = detail(status);
        if (path.startsWith("/api/") || path.startsWith("/actuator/")) {
            ProblemDetail problem = Problem.of(status, code(status), title, detail);
            problem.setInstance(URI.create(path));
            return ResponseEntity.status(status).body(problem);
        }
        ModelAndView view = new ModelAndView("error", status);
        view.addObject("title", title);
        view.addObject("detail", detail);
        return view;
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        @Nullable HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }

    private static String code(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "no-such-path";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            default -> status.is5xxServerError() ? "internal-error" : "bad-request";
        };
    }

    private static String title(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "没有这个页面";
            case FORBIDDEN -> "无权查看";
            case METHOD_NOT_ALLOWED -> "不支持这种操作";
            default -> status.is5xxServerError() ? "服务出错" : "请求有误";
        };
    }

    private static String detail(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "地址可能输错，或内容已经移走。请检查地址，或回到首页检索。";
            case FORBIDDEN -> "当前角色没有这项权限，或页面停留过久已失效。请重新登录；仍不能查看时请联系系统管理员。";
            case METHOD_NOT_ALLOWED -> "这个地址不接受这种请求方式。请对照接口文档修改。";
            default -> status.is5xxServerError() ? "服务内部出错，已记入日志。请稍后重试；仍然出错时请联系运维人员并告知时间。" : "请求的格式不合要求。请检查地址与参数后重试。";
        };
    }
}
