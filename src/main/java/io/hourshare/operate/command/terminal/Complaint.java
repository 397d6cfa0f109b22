package io.hourshare.operate.command.terminal;

import io.hourshare.operate.run.RunRefusedException;
import io.hourshare.serve.RefusedException;

/** What went wrong, in one line: the first cause that has something to say. */
public final class Complaint {

    private Complaint() {}

    public static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        if (cause instanceof RunRefusedException refused) {
            return of(refused.code(), String.valueOf(refused.getMessage()));
        }
        if (cause instanceof RefusedException refused) {
            return of(refused.code(), String.valueOf(refused.getMessage()));
        }
        String message = cause.getMessage();
        return "错误：" + (message == null ? cause.getClass().getSimpleName() : message);
    }

    /** A refusal, under the code that the REST interface answers too. */
    public static String of(String code, String detail) {
        return "错误：" + detail + "（" + code + "）";
    }
}
