package io.hourshare.contract.draft;

import java.nio.charset.StandardCharsets;

/** Recognises a sample by its first bytes. */
public final class SampleReader {

    private SampleReader() {}

    /** Reads the first records of a sample in any format that the product decodes. */
    public static Sample read(byte[] bytes) {
        Sample sample = parse(bytes);
        if (sample.records().isEmpty()) {
            throw new IllegalArgumentException("样本里找不到记录。请换一个含有表头和至少一条记录的样本");
        }
        return sample;
    }

    private static Sample parse(byte[] bytes) {
        if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K') {
            return XlsxSample.read(bytes);
        }
        if (bytes.length > 3 && (bytes[0] & 0xff) == 0xd0 && (bytes[1] & 0xff) == 0xcf) {
            throw new IllegalArgumentException("这是旧式 .xls 或 .et 文件。请另存为 .xlsx 再试");
        }
        if (bytes.length > 1 && ((bytes[0] & 0xff) == 0xfe || (bytes[0] & 0xff) == 0xff)) {
            throw new IllegalArgumentException("这是 UTF-16 文件。请另存为 UTF-8 或 GB18030 的文本再试");
        }
        String head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.UTF_8)
                .replace("\ufeff", "")
                .stripLeading();
        if (head.startsWith("<")) {
            return XmlSample.read(bytes);
        }
        return head.startsWith("{") || head.startsWith("[") ? JsonSample.read(bytes) : CsvSample.read(bytes);
    }
}
