package io.hourshare.operate.log;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Holds floods back while the service runs, where Logback writes its log. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    @Bean
    DisposableBean floodGate() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext log)) {
            return () -> {};
        }
        FloodGate gate = new FloodGate(System::nanoTime);
        log.addTurboFilter(gate);
        return () -> log.getTurboFilterList().remove(gate);
    }
}
