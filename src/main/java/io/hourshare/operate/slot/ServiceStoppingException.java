package io.hourshare.operate.slot;

import org.jspecify.annotations.Nullable;

/** Work was cut short, or not begun, because the service is being stopped. */
public final class ServiceStoppingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServiceStoppingException(@Nullable Throwable cause) {
        super("服务正在停止", cause);
    }
}
