package io.hourshare.store;

import java.nio.file.Path;

/** The journal goes on with lines of a later version: they are whole, and this version must not pass them by. */
public final class NewerJournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NewerJournalException(Path file, int line, String type) {
        super("日志 " + file + ":" + line + " 是更新版本的程序写下的（" + type + "），本版本不认识，未改动任何文件；" + "请用写下它的版本启动，要退回旧版本请先恢复升级前的备份");
    }
}
