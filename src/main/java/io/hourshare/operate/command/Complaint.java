package io.hourshare.operate.command;

/** What went wrong, in one line: the first cause that has something to say. */
final class Complaint {

    private Complaint() {}

    static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return "错误：" + (message == null ? cause.getClass().getSimpleName() : message);
    }
}
