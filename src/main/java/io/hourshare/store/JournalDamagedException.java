package io.hourshare.store;

import java.nio.file.Path;

/** The journal was edited, cut or reordered; names the file and the line. */
public final class JournalDamagedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JournalDamagedException(Path file, int line, String what) {
        super("日志损坏 " + file + ":" + line + " " + what + "；请从备份恢复该文件，其余数据保持不动");
    }
}
