package io.hourshare.normalize.decode.sheet;

import io.hourshare.land.Content;
import io.hourshare.normalize.decode.layout.Limits;
import io.hourshare.normalize.decode.text.UnreadableObjectException;
import io.hourshare.normalize.fault.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Checks a workbook's archive before anybody else opens it: what it says of its size is not believed. */
final class Archives {

    private static final byte[] OLD_OFFICE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final int DIRECTORY_ENTRY = 0x504b0102;
    private static final long SMALL = 1 << 20;

    private Archives() {}

    static void check(Content content, Limits limits) throws IOException {
        byte[] head;
        try (InputStream in = content.stream()) {
            head = in.readNBytes(OLD_OFFICE.length);
        }
        if (Arrays.equals(head, OLD_OFFICE)) {
            throw new UnreadableObjectException(Reason.OLD_WORKBOOK, 0, "");
        }
        checkEntries(content, limits.archiveEntries());
        try (ZipFile zip = open(content)) {
            unpack(zip, Math.min(limits.archiveBytes(), most(content.size(), limits)));
        } catch (IOException e) { // every byte was read a moment ago: it is the archive that is broken
            throw new UnreadableObjectException(Reason.NOT_THE_FORMAT, 0, "不是 xlsx 文件");
        }
    }

    static ZipFile open(Content content) throws IOException {
        return ZipFile.builder().setSeekableByteChannel(content.open()).get();
    }

    /** An archive's directory is held in memory, wherever it claims to begin: more entries than these are not begun. */
    private static void checkEntries(Content content, int most) throws IOException {
        int entries = 0;
        int last = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = content.stream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    last = last << 8 | buffer[i] & 0xff;
                    entries += last == DIRECTORY_ENTRY ? 1 : 0;
                }
            }
        }
        if (entries > most) {
            throw new UnreadableObjectException(Reason.ARCHIVE_LIMIT, 0, entries + " 个条目");
        }
    }

    private static long most(long packed, Limits limits) {
        return Math.max(SMALL, packed) * limits.archiveRatio();
    }

    private static void unpack(ZipFile zip, long limit) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long unpacked = 0;
        Enumeration<ZipArchiveEntry> entries = zip.getEntries();
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
