package io.hourshare.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets the very method answer a request that {@link HandlerPermissions} found and granted for it: looking twice costs as
 * much again, and could find another one.
 */
final class FoundHandler implements HandlerMapping, Ordered {

    static final String ATTRIBUTE = FoundHandler.class.getName();

    @Override
    public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
        // A forward or an error is another question, under the same request.
        return request.getDispatcherType() == DispatcherType.REQUEST
                ? (HandlerExecutionChain) request.getAttribute(ATTRIBUTE)
                : null;
    }

    @Override
    public boolean usesPathPatterns() {
        return true;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
