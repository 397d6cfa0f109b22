package io.hourshare.operate.command.start;

import io.hourshare.operate.balance.Balance;
import io.hourshare.operate.slot.HourNewsroom;
import java.time.Clock;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

/** Subscribes the terminal to the hour's news as soon as the address is known. */
final class ConsoleNewsOnStart implements ApplicationListener<ServletWebServerInitializedEvent> {

    private final String key;

    ConsoleNewsOnStart(String key) {
        this.key = key;
    }

    @Override
    public void onApplicationEvent(ServletWebServerInitializedEvent started) {
        ApplicationContext context = started.getApplicationContext();
        String url = "http://127.0.0.1:" + started.getWebServer().getPort();
        String directions = """

                企业画像  %s/
                接口      %s/api/v1/enterprises?q=有限公司    请求头 X-API-Key: %s
                以上全部为演示数据，由沙箱小镇虚构；此后每小时自动更新。按 Ctrl+C 结束。
                """.formatted(url, url, key);
        context.getBean(HourNewsroom.class)
                .subscribe(new ConsoleNews(context.getBean(Balance.class), context.getBean(Clock.class), directions));
    }
}
