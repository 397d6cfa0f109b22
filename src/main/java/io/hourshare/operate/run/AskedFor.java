package io.hourshare.operate.run;

import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.serve.RefusedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Reads what a caller wrote: windows and feeds. */
public final class AskedFor {

    private AskedFor() {}

    /** @param name of the parameter, for the complaint */
    public static HourWindow window(String text, String name) {
        try {
            return HourWindow.parse(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw refused("window-malformed", "时段写法有误", name + " 的值「" + text + "」不是整点时段；请写成 2026-11-22T03Z 或带时区的整点时刻");
        }
    }

    public static FeedId feed(String text) {
        try {
            return FeedId.parse(text);
        } catch (IllegalArgumentException e) {
            throw refused("feed-unknown", "无法发起", "数据源「" + text + "」写法有误；应形如 tax.registration");
        }
    }

    /** Each feed once, sorted; none where nothing is named, which means all. */
    public static List<FeedId> feeds(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().map(AskedFor::feed).sorted().distinct().toList();
    }

    /** Until when somebody wants something. */
    public static Instant until(@Nullable String text) {
        try {
            return OffsetDateTime.parse(text == null ? "" : text).toInstant();
        } catch (DateTimeException e) {
            throw refused(
                    "until-malformed", "时间写法有误", "暂停到何时（until）须写成 2026-11-22T18:00+08:00 这样，写的是「" + shown(text) + "」");
        }
    }

    private static String shown(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static RefusedException refused(String code, String title, String detail) {
        return new RefusedException(HttpStatus.UNPROCESSABLE_ENTITY, code, title, detail);
    }
}
