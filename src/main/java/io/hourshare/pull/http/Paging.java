package io.hourshare.pull.http;

import io.hourshare.kernel.Digest;
import io.hourshare.pull.session.PullReason;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which page is next, and whether the pages so far make sense together. */
final class Paging {

    /** How a source divides its answer. */
    enum Kind {
        /** The first answer tells. */
        AUTO,
        NUMBER,
        CURSOR,
        NONE
    }

    private final int limit;
    private final Set<Digest> contents = new HashSet<>();
    private final Set<String> cursors = new HashSet<>();
    private Kind kind;
    private long number;
    private long size;
    private long fetched;
    private int pages;
    private @Nullable Long total;
    private @Nullable String cursor;
    private boolean more = true;

    Paging(Kind kind, long first, long size, int limit) {
        this.kind = kind;
        this.number = first;
        this.size = size;
        this.limit = limit;
    }

    /** Takes in the page just read. */
    void accept(PageFacts page, Digest content) {
        pages++;
        fetched += page.records();
        if (pages > 1) {
            compare(page, content);
        }
        contents.add(content);
        total = page.total() == null ? total : page.total();
        if (kind == Kind.AUTO) {
            decide(page);
        }
        more = next(page);
        if (more && pages >= limit) {
            throw PullReason.TOO_MANY_PAGES.failure("已读 " + pages + " 页仍未结束");
        }
    }

    /** The source's own pages must not contradict each other. */
    private void compare(PageFacts page, Digest content) {
        if (page.total() != null && total != null && !total.equals(page.total())) {
            throw new SourceChangedException(PullReason.TOTAL_CHANGED, "翻页期间总数由 " + total + " 变为 " + page.total());
        }
        if (page.records() > 0 && contents.contains(content)) {
            throw new SourceChangedException(
                    PullReason.PAGE_REPEATED, "第 " + pages + " 页与前面某页逐字节相同；接口的页码参数名若不是所写的，请在路由中改正 pageParameter");
        }
        if (kind == Kind.NUMBER && page.number() != null && page.number() != number) {
            throw new SourceChangedException(
                    PullReason.PAGE_REPEATED, "请求第 " + number + " 页，返回的却是第 " + page.number() + " 页");
        }
    }

    /** A bare answer that says there is more goes on in pages of the size it showed. */
    private void decide(PageFacts page) {
        if (page.cursor() != null) {
            kind = Kind.CURSOR;
        } else if (page.records() > 0 && (total == null ? page.further() : total > page.records())) {
            kind = Kind.NUMBER;
            size = page.records();
        } else {
            kind = Kind.NONE;
        }
    }

    private boolean next(PageFacts page) {
        cursor = page.cursor();
        boolean goesOn = kind == Kind.CURSOR ? cursor != null : kind == Kind.NUMBER && numberGoesOn(page);
        if (goesOn) {
            number++;
            if (kind == Kind.CURSOR && cursor != null && !cursors.add(cursor)) {
                throw new SourceChangedException(PullReason.PAGE_REPEATED, "游标回到了已读过的位置");
            }
        } else if (total != null && total != fetched) {
            throw new SourceChangedException(PullReason.TOTAL_MISMATCH, "来源声明 " + total + " 条，实收 " + fetched + " 条");
        }
        return goesOn;
    }

    private boolean numberGoesOn(PageFacts page) {
        return page.records() > 0 && (total == null ? page.records() >= size : fetched < total);
    }

    boolean more() {
        return more;
    }

    Kind kind() {
        return kind;
    }

    boolean first() {
        return pages == 0;
    }

    /** Place of the page that is asked for next, from 1. */
    int place() {
        return pages + 1;
    }

    long number() {
        return number;
    }

    long size() {
        return size;
    }

    @Nullable
    String cursor() {
        return cursor;
    }

    @Nullable
    Long total() {
        return total;
    }
}
