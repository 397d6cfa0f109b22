package io.hourshare.history;

import io.hourshare.history.ChangeBatch.State;
import io.hourshare.history.ChangeRows.Row;
import io.hourshare.serve.RefusedException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** All changes in one order without a gap; where there is one, whoever reads is told to begin again. */
final class ChangeFeed {

    private static final String AGAIN = "请先取 /api/v1/changes/start，再取全部企业（分页检索或分析文件），然后以其 next 接续。";

    private final ChangeBatches batches;
    private final ChangeRows rows;

    ChangeFeed(ChangeBatches batches, ChangeRows rows) {
        this.batches = batches;
        this.rows = rows;
    }

    /** @param next where to go on; the same place again where nothing has changed */
    record Page(List<Row> rows, ChangeCursor next) {}

    /** The place behind everything that is known now. */
    ChangeBatch end() {
        return batches.last()
                .orElseThrow(() -> new RefusedException(
                        HttpStatus.SERVICE_UNAVAILABLE, "no-snapshot", "尚未发布", "还没有发布过数据。请在首次发布后重试。"));
    }

    /** @param after the place that a former answer gave; null where nobody asked before */
    Page page(@Nullable String after, int size) {
        if (after == null || after.isBlank()) {
            throw new RefusedException(
                    HttpStatus.BAD_REQUEST, "cursor-missing", "缺少接续点", "变动流从一个快照起接续，须有参数 after。" + AGAIN);
        }
        ChangeCursor cursor = place(after);
        List<ChangeBatch> ahead = ahead(cursor, size);
        List<Row> found = rows.after(cursor, ahead, size);
        if (found.size() >= size) {
            Row last = found.get(found.size() - 1);
            return new Page(found, last.place());
        }
        return new Page(found, ahead.isEmpty() ? cursor : ChangeCursor.endOf(ahead.get(ahead.size() - 1)));
    }

    /** The place that a text names, in what was published here. */
    ChangeCursor place(String text) {
        ChangeCursor cursor = ChangeCursor.parse(text);
        if (cursor.isAfter(ChangeCursor.endOf(end()))) {
            throw gone("changes-ahead", "接续点在最新的变动之后：服务已从较早的备份恢复，其后的发布不复存在。");
        }
        if (batches.numbered(cursor.batch())
                .filter(batch -> !cursor.isIn(batch))
                .isPresent()) {
            throw gone("changes-undone", "接续点属于已不存在的一次发布：服务已从较早的备份恢复，同一序号后来给了另一次发布。");
        }
        return cursor;
    }

    /** Batches that the next rows lie in, up to so many rows or the next gap. */
    private List<ChangeBatch> ahead(ChangeCursor cursor, int size) {
        List<ChangeBatch> ahead = new ArrayList<>();
        long found = 0;
        for (ChangeBatch batch : batches.after(cursor.batch() - 1)) {
            long left = batch.number() == cursor.batch() ? batch.changes() - cursor.row() : batch.changes();
            boolean done = batch.number() == cursor.batch() && left <= 0;
            if (!done && rows.kept(List.of(batch)).isEmpty()) {
                if (ahead.isEmpty()) {
                    throw batch.state() == State.EXPIRED
                            ? gone("changes-expired", "接续点早于保存期限（" + ChangeKeeping.DAYS + " 天），其后的变动已清除。")
                            : gone("changes-gap", "接续点之后有不可比的发布（首次发布，或上一快照已损坏）。");
                }
                break;
            }
            ahead.add(batch);
            found += left;
            if (found >= size) {
                break;
            }
        }
        return ahead;
    }

    private static RefusedException gone(String code, String cause) {
        return new RefusedException(HttpStatus.GONE, code, "须重新接续", cause + AGAIN);
    }
}
