package io.hourshare.serve;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses acts that carry a parameter or a body which nobody reads: {@code ?dryrun=true} must not do the real thing.
 */
final class UnknownParameters implements HandlerInterceptor {

    /** Length of a body that asks for nothing, {@code {}}. */
    private static final int NOTHING = 2;

    private static final String FORGERY_TOKEN = "_csrf";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!request.getMethod().equals("GET") && handler instanceof HandlerMethod method) {
            Set<String> known = Arrays.stream(method.getMethodParameters())
                    .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                    .map(UnknownParameters::name)
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> unknown = new TreeSet<>(request.getParameterMap().keySet());
            unknown.removeAll(known);
            unknown.remove(FORGERY_TOKEN);
            if (!unknown.isEmpty()) {
                throw refused(RequestFault.unknown("参数", unknown, known));
            }
            if (request.getContentLengthLong() > NOTHING && !readsBody(method)) {
                throw refused(RequestFault.unreadBody(known));
            }
        }
        return true;
    }

    private static boolean readsBody(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class)
                        || parameter.getParameterType() == MultipartFile.class);
    }

    private static RefusedException refused(RequestFault fault) {
        return new RefusedException(HttpStatus.BAD_REQUEST, fault.code(), "请求有误", fault.detail());
    }

    private static String name(MethodParameter parameter) {
        RequestParam given = parameter.getParameterAnnotation(RequestParam.class);
        return given == null || given.name().isEmpty()
                ? parameter.getParameter().getName()
                : given.name();
    }
}
