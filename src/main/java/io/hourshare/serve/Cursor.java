package io.hourshare.serve;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** Place in a list, pinned to the snapshot that it was read from. */
public record Cursor(long sequence, int offset) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,12}):(\\d{1,7})");

    public static Cursor parse(String opaque) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.US_ASCII);
            Matcher matcher = TEXT.matcher(text);
            if (matcher.matches()) {
                return new Cursor(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            }
        } catch (IllegalArgumentException notBase64) {
            // Falls through to the same answer as any other unknown text.
        }
        throw new RefusedException(
                HttpStatus.BAD_REQUEST,
                "cursor-unknown",
                "翻页标记无效",
                "参数 cursor 不是本接口给出的翻页标记。请原样使用上一页的 next，或去掉 cursor 从头查询。");
    }

    public String opaque() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((sequence + ":" + offset).getBytes(StandardCharsets.US_ASCII));
    }
}
