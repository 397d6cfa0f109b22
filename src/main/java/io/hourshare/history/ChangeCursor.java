package io.hourshare.history;

import io.hourshare.serve.RefusedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** Place in the feed of changes: after which row of which publication. */
record ChangeCursor(long batch, long row) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,15})\\.(\\d{1,15})");

    static ChangeCursor parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new RefusedException(
                    HttpStatus.BAD_REQUEST,
                    "cursor-unknown",
                    "位置无效",
                    "“" + text + "”不是本接口给出的位置。请原样使用上次的 next；变动流的起点取自 /api/v1/changes/start，单户的变动经过去掉 cursor 即从头查询。");
        }
        return new ChangeCursor(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    /** The place behind the last change of a batch. */
    static ChangeCursor endOf(ChangeBatch batch) {
        return new ChangeCursor(batch.number(), batch.changes());
    }

    boolean isAfter(ChangeCursor other) {
        return batch > other.batch || batch == other.batch && row > other.row;
    }

    @Override
    public String toString() {
        return batch + "." + row;
    }
}
