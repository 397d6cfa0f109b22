package io.hourshare.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Grants a request when the controller method that would answer it names a permission that the caller holds. */
final class HandlerPermissions implements AuthorizationManager<RequestAuthorizationContext> {

    private final RequestMappingHandlerMapping mapping;
    private final Map<Method, Optional<Permission>> known = new ConcurrentHashMap<>();

    HandlerPermissions(RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        Authentication current = authentication.get();
        if (current == null || !(current.getPrincipal() instanceof Caller caller)) {
            return new AuthorizationDecision(false);
        }
        return new AuthorizationDecision(handler(context.getRequest())
                .map(needed -> granted(needed, caller))
                .orElse(true));
    }

    /** A path that nobody answers is granted to known callers, so that they get 404 and not 403. */
    private Optional<HandlerMethod> handler(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        try {
            HandlerExecutionChain chain = mapping.getHandler(request);
            request.setAttribute(FoundHandler.ATTRIBUTE, chain);
            return chain != null && chain.getHandler() instanceof HandlerMethod method
                    ? Optional.of(method)
                    : Optional.empty();
        } catch (ServletException noSuchMethodOrMediaType) {
            return Optional.empty();
        } catch (Exception e) {
            throw new IllegalStateException("Handler cannot be looked up: " + request.getRequestURI(), e);
        }
    }

    private boolean granted(HandlerMethod handler, Caller caller) {
        return neededOnce(handler).map(caller::may).orElse(false);
    }

    private Optional<Permission> neededOnce(HandlerMethod handler) {
        return known.computeIfAbsent(handler.getMethod(), method -> needed(handler));
    }

    static Optional<Permission> needed(HandlerMethod handler) {
        Needs onMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Needs.class);
        Needs needs = onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Needs.class);
        return Optional.ofNullable(needs).map(Needs::value);
    }
}
