package io.hourshare.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownValueTest {

    @Test
    void aReasonIsToldInWordsWithoutItsCodeAndWithoutWhatTheMachineSaid() {
        assertThat(ShownValue.words(
                        "TRUNCATED 传输中途断了（TruncatedChunkException：Truncated chunk (expected size: 9)）；稍后自动重试"))
                .isEqualTo("传输中途断了；稍后自动重试");
        assertThat(ShownValue.words("SOURCE_TIMEOUT：平台没有应答（30 秒）")).isEqualTo("平台没有应答（30 秒）");
        assertThat(ShownValue.words("XLSX 文件打不开")).isEqualTo("XLSX 文件打不开");
    }
}
