package io.hourshare.normalize.decode;

import io.hourshare.normalize.fault.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Checks a workbook's archive before anybody else opens it: what it says of its size is not believed. */
final class Archives {

    private static final byte[] OLD_OFFICE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final long SMALL = 1 << 20;

    private Archives() {}

    static void check(Path file, Limits limits) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(OLD_OFFICE.length);
        }
        if (Arrays.equals(head, OLD_OFFICE)) {
            throw new UnreadableObjectException(Reason.OLD_WORKBOOK, 0, "");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > limits.archiveEntries()) {
                throw new UnreadableObjectException(Reason.ARCHIVE_LIMIT, 0, zip.size() + " 个条目");
            }
            unpack(zip, Math.min(limits.archiveBytes(), most(Files.size(file), limits)));
        } catch (ZipException e) {
            throw new UnreadableObjectException(Reason.NOT_THE_FORMAT, 0, "不是 xlsx 文件");
        }
    }

    private static long most(long packed, Limits limits) {
        return Math.max(SMALL, packed) * limits.archiveRatio();
    }

    private static void unpack(ZipFile zip, long limit) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long unpacked = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            try (InputStream in = zip.getInputStream(entries.nextElement())) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    unpacked += read;
                    if (unpacked > limit) {
                        throw new UnreadableObjectException(Reason.ARCHIVE_LIMIT, 0, "解开后超过 " + limit + " 字节");
                    }
                }
            }
        }
    }
}
