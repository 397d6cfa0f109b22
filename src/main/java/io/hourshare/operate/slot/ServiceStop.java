package io.hourshare.operate.slot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * Whether the service is being stopped. What that cuts short has not failed: it is neither journalled nor counted as an
 * attempt, and the next start goes on with it.
 */
public final class ServiceStop implements ApplicationListener<ContextClosedEvent>, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceStop.class);

    private volatile boolean asked;

    public ServiceStop() {}

    public boolean isAsked() {
        return asked;
    }

    /** Before anything else is closed: whatever fails from now on fails because of that. */
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        asked = true;
        LOG.info("正在停止服务：没有做完的时段不算失败，下次启动后自动继续");
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
