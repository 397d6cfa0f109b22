package io.hourshare.web.print;

/** Nothing can be printed, because this machine has no font with Chinese characters. */
final class NoFontException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoFontException(String tried) {
        super("服务器上没有可用的中文字体（" + tried + "），不能生成 PDF。请安装中文字体（如 Debian 的 fonts-noto-cjk 或 fonts-wqy-microhei），"
                + "或在配置项 hourshare.print.font 写明字体文件；在此之前可用浏览器直接打印本页。");
    }
}
