package io.hourshare.operate;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/** What the service writes to its log from here on. */
final class LogLines extends AppenderBase<ILoggingEvent> {

    private final StringBuilder lines = new StringBuilder();

    static LogLines listen() {
        LogLines listening = new LogLines();
        listening.start();
        root().addAppender(listening);
        return listening;
    }

    void end() {
        root().detachAppender(this);
    }

    synchronized byte[] bytes() {
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected synchronized void append(ILoggingEvent event) {
        lines.append(event.getFormattedMessage()).append('\n');
        if (event.getThrowableProxy() != null) {
            lines.append(ThrowableProxyUtil.asString(event.getThrowableProxy())).append('\n');
        }
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
