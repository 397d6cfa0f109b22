package io.hourshare.verify;

import org.jspecify.annotations.Nullable;

/**
 * Both sides of a law that do not agree.
 *
 * @param scope what is spoken of: a feed and window, a snapshot, an attribute
 * @param file path below the data root
 * @param row line of the journal, or place of a record from 1, where it is known
 */
public record Finding(
        Law law,
        Severity severity,
        String scope,
        String expected,
        String found,
        String file,
        @Nullable Long row) {

    /** Whether the law is broken, or only something about it wants looking at. */
    public enum Severity {
        WARNING,
        BROKEN
    }

    /** One line for people. */
    public String text() {
        return "律 %d %s：应为 %s，实为 %s（%s%s）"
                .formatted(law.number(), scope, expected, found, file, row == null ? "" : ":" + row);
    }

    /** What to do about it. */
    public String remedy() {
        return severity == Severity.BROKEN ? law.remedy() : "不影响已发布的数据；请留意，如持续出现请查明原因";
    }
}
