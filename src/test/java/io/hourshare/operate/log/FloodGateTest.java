package io.hourshare.operate.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

@Tag("F86")
class FloodGateTest {

    private final AtomicLong nanos = new AtomicLong(1);
    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    @BeforeEach
    void open() {
        context.addTurboFilter(new FloodGate(nanos::get));
        written.start();
        context.getLogger("io.hourshare").addAppender(written);
    }

    @Test
    void aFeedThatFloodsTheLogIsHeldBackAndBuriesNobody() {
        Logger pulls = context.getLogger("io.hourshare.pull.Puller");
        for (int number = 0; number < 10_000; number++) {
            pulls.warn("{} 第 {} 页读不出来", "housing.permit", number);
        }
        pulls.warn("{} 改用新密码", "tax.registration");
        context.getLogger("io.hourshare.operate.hour.HourLoop").info("已发布");

        assertThat(lines()).hasSize(FloodGate.A_MINUTE + 2).endsWith("tax.registration 改用新密码", "已发布");
    }

    @Test
    void theNextMinuteSaysHowManyLinesWereLeftOut() {
        Logger pulls = context.getLogger("io.hourshare.pull.Puller");
        for (int number = 0; number < FloodGate.A_MINUTE + 80; number++) {
            pulls.warn("第 " + number + " 页读不出来"); // whole sentences: no two are alike
        }
        nanos.addAndGet(61_000_000_000L);
        pulls.warn("仍读不出来");

        assertThat(lines()).hasSize(FloodGate.A_MINUTE + 2).endsWith("同类日志过多，此前有 80 条没有写出；请看运行页与失败原因", "仍读不出来");
    }

    @Test
    void whatIsNotWrittenAnywayCountsForNothing() {
        context.getLogger("io.hourshare").setLevel(ch.qos.logback.classic.Level.INFO);
        Logger pulls = context.getLogger("io.hourshare.pull.Puller");
        for (int number = 0; number < 10_000; number++) {
            pulls.debug("{} 页", number);
        }
        pulls.info("{} 页", 1);

        assertThat(lines()).containsExactly("1 页");
    }

    private java.util.List<String> lines() {
        return written.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
