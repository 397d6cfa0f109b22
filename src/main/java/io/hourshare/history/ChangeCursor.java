package io.hourshare.history;

import io.hourshare.serve.RefusedException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/**
 * Place in the feed of changes: after which row of which publication.
 *
 * @param mark of that publication, so that a place in a history that a backup has undone is known for what it is; empty
 *     in places that an earlier release gave
 */
record ChangeCursor(long batch, long row, String mark) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,15})\\.(\\d{1,15})(?:\\.([0-9a-f]{8}))?");

    static ChangeCursor parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new RefusedException(
                    HttpStatus.BAD_REQUEST,
                    "cursor-unknown",
                    "位置无效",
                    "“" + text + "”不是本接口给出的位置。请原样使用上次的 next；变动流的起点取自 /api/v1/changes/start，单户的变动经过去掉 cursor 即从头查询。");
        }
        return new ChangeCursor(
                Long.parseLong(matcher.group(1)),
                Long.parseLong(matcher.group(2)),
                Objects.requireNonNullElse(matcher.group(3), ""));
    }

    /** The place behind the last change of a batch. */
    static ChangeCursor endOf(ChangeBatch batch) {
        return in(batch, batch.changes());
    }

    /** The place behind a row of a batch. */
    static ChangeCursor in(ChangeBatch batch, long row) {
        return new ChangeCursor(batch.number(), row, batch.mark());
    }

    /** Whether the place was given for this batch, as far as it tells. */
    boolean isIn(ChangeBatch other) {
        return batch == other.number() && (mark.isEmpty() || mark.equals(other.mark()));
    }

    boolean isAfter(ChangeCursor other) {
        return batch > other.batch || batch == other.batch && row > other.row;
    }

    @Override
    public String toString() {
        return mark.isEmpty() ? batch + "." + row : batch + "." + row + "." + mark;
    }
}
