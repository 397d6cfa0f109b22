package io.hourshare.operate.slot;

import io.hourshare.engine.EngineException;
import io.hourshare.pull.PullFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A failure in the operator's words.
 *
 * @param reason stable code
 * @param detail Chinese: what happened and what to do
 */
public record Troubles(String reason, String detail) {

    private static final String MORE_MEMORY = "其余数据源照常，系统会自动重试；反复出现请调大 hourshare.engine.memory（数据引擎）或启动参数 -Xmx（程序本身）";

    public static Troubles of(Throwable failure) {
        if (failure instanceof PullFailedException pull) {
            return new Troubles(pull.reason(), text(pull));
        }
        if (failure instanceof OutOfMemoryError
                || failure instanceof EngineException engine && engine.isOutOfMemory()) {
            return new Troubles("OUT_OF_MEMORY", "内存不足：" + text(failure) + "；" + MORE_MEMORY);
        }
        if (failure instanceof UncheckedIOException || failure instanceof IOException) {
            return new Troubles("STORAGE_FAILED", "读写数据目录失败：" + text(failure) + "；请检查磁盘空间与权限，系统会自动重试");
        }
        if (failure instanceof EngineException) {
            return new Troubles("ENGINE_FAILED", "数据引擎报错：" + text(failure) + "；系统会自动重试，反复出现请附此信息上报");
        }
        Throwable cause = failure.getCause();
        return cause == null || cause == failure
                ? new Troubles("UNEXPECTED", "未预料的错误：" + text(failure) + "；系统会自动重试，反复出现请附此信息上报")
                : of(cause);
    }

    private static String text(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
