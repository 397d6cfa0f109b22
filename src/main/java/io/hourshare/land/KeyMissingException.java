package io.hourshare.land;

import java.nio.file.Path;

/** A key that nobody destroyed by rule cannot be read, so what it opens cannot either. */
public final class KeyMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyMissingException(KeyName name, Path file, Exception cause) {
        super(
                "打不开 " + name.feed() + " 于 " + name.day() + " 落地的数据：密钥文件 " + file
                        + " 不在或读不出来，且日志里没有按规则销毁它的记录；请检查权限，或从密钥的备份中恢复该文件",
                cause);
    }
}
