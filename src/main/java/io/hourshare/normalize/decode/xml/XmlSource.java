package io.hourshare.normalize.decode.xml;

import io.hourshare.engine.TableChunk;
import io.hourshare.land.Content;
import io.hourshare.normalize.decode.layout.FieldNames;
import io.hourshare.normalize.decode.layout.Layout;
import io.hourshare.normalize.decode.layout.Limits;
import io.hourshare.normalize.decode.row.BytesRecord;
import io.hourshare.normalize.decode.row.ExplodedSource;
import io.hourshare.normalize.decode.row.FieldReader;
import io.hourshare.normalize.decode.row.RawRecord;
import io.hourshare.normalize.decode.row.RecordSource;
import io.hourshare.normalize.decode.text.ByteWindow;
import io.hourshare.normalize.decode.text.EncodingCheck;
import io.hourshare.normalize.decode.text.Excerpts;
import io.hourshare.normalize.decode.text.TextDecoding;
import io.hourshare.normalize.decode.text.UnreadableObjectException;
import io.hourshare.normalize.decode.xml.XmlTags.Tag;
import io.hourshare.normalize.fault.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The record elements of an XML document, SOAP envelope or not. */
public final class XmlSource implements RecordSource {

    private static final Pattern NAMED =
            Pattern.compile("\"([^\"]{1,60})\"\\s*:|lt;(?:[\\w.-]+:)?([\\w.\\p{IsHan}-]{1,60})");
    private static final Pattern ENCODING = Pattern.compile("\\A[^<]*<\\?xml[^>]*encoding\\s*=\\s*[\"']([\\w-]+)[\"']");

    private final ByteWindow window;
    private final XmlTags tags;
    private final List<String> path;
    private final FieldReader fields;
    private final Excerpts excerpts;
    private final Limits limits;
    private final FieldNames names;
    private final OpenElements open = new OpenElements();
    private final Set<Integer> outside = new HashSet<>();
    private boolean begun;
    private boolean escaped;
    private long framed;

    /** @param path local names that the record element's path ends with */
    private XmlSource(
            ByteWindow window,
            FieldNames names,
            List<String> path,
            FieldReader fields,
            Excerpts excerpts,
            Limits limits) {
        this.window = window;
        this.names = names;
        this.tags = new XmlTags(window);
        this.path = path;
        this.fields = fields;
        this.excerpts = excerpts;
        this.limits = limits;
    }

    /**
     * @param names of the feed's columns
     * @throws UnreadableObjectException where the object as a whole is not what the feed promises
     */
    public static RecordSource open(Content content, Layout layout, FieldNames names) throws IOException {
        TextDecoding decoding = TextDecoding.of(layout.option("charset", declared(content)));
        EncodingCheck.refuseUtf8(content, decoding);
        Excerpts excerpts = new Excerpts(decoding, layout.revealing());
        String explode = layout.option("explode", "");
        XmlRecords records = new XmlRecords(names, decoding, excerpts, path(explode));
        List<String> declared = path(layout.option("records", ""));
        List<String> path = declared.isEmpty() ? XmlRecordsFinder.find(content, names) : declared;
        XmlSource source = new XmlSource(new ByteWindow(content), names, path, records, excerpts, layout.limits());
        return explode.isEmpty() ? source : new ExplodedSource(source, records);
    }

    /** What the document says of itself, where the job says nothing. */
    private static String declared(Content content) throws IOException {
        try (ByteWindow window = new ByteWindow(content)) {
            byte[] head = new byte[200];
            int length = 0;
            int octet = window.read();
            while (octet != ByteWindow.END && length < head.length) {
                head[length++] = (byte) octet;
                octet = window.read();
            }
            Matcher encoding = ENCODING.matcher(new String(head, 0, length, StandardCharsets.ISO_8859_1));
            return encoding.find() ? encoding.group(1) : "UTF-8";
        }
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        Tag tag = tags.next();
        while (tag != null) {
            if (open.leavesText(tag) && escaped) {
                throw new UnreadableObjectException(Reason.TRUNCATED, window.offset(), "");
            }
            if (tag.opens()) {
                refuseOtherDocuments(tag.name());
                begun = true;
                open.open(tag.name());
                if (open.endWith(path)) {
                    return record(tag);
                }
                outside.add(names.column(tag.name()));
            }
            if (tag.closes()) {
                close(tag);
            }
            tag = tags.next();
        }
        if (!open.isEmpty()) {
            throw new UnreadableObjectException(Reason.TRUNCATED, window.offset(), "");
        }
        if (!begun) {
            throw new UnreadableObjectException(Reason.NOT_THE_FORMAT, 0, "没有 XML 元素");
        }
        if (framed == 0) {
            refuseUnreadRecords();
        }
        return null;
    }

    /** Fields that stand where no record is looked for, or in a text that cannot be read: no hour without records. */
    private void refuseUnreadRecords() {
        String text = new String(tags.other().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        Matcher named = NAMED.matcher(text.replace("&quot;", "\""));
        while (named.find()) {
            String name = named.group(1) == null ? named.group(2) : named.group(1);
            if (names.column(name) != FieldNames.NONE) {
                throw new UnreadableObjectException(
                        Reason.NOT_THE_FORMAT, 0, "元素的内容是一段文字，里面是 JSON 或转义了两次的 XML，读不出记录；请数源直接返回其中的内容");
            }
        }
        outside.remove(FieldNames.NONE);
        if (outside.size() > 1) {
            throw new UnreadableObjectException(
                    Reason.RECORDS_NOT_FOUND, 0, "没有元素 " + String.join("/", path) + "，契约的字段在别的元素里");
        }
    }

    private RawRecord record(Tag first) throws IOException {
        long offset = window.markOffset();
        tags.marking(false);
        int depth = first.closes() ? 0 : 1;
        int deepest = 1;
        while (depth > 0) {
            Tag tag = tags.next();
            if (tag == null || first.escaped() && !tag.escaped()) {
                throw new UnreadableObjectException(Reason.TRUNCATED, offset, "");
            }
            depth += (tag.opens() ? 1 : 0) - (tag.closes() ? 1 : 0);
            deepest = Math.max(deepest, depth);
        }
        tags.marking(true);
        open.closeInnermost();
        escaped |= first.escaped();
        framed++;
        int length = window.marked();
        Reason damage = length > limits.recordBytes()
                ? Reason.RECORD_TOO_LARGE
                : deepest > limits.depth() ? Reason.NESTED_TOO_DEEP : null;
        return new BytesRecord(offset, length, TableChunk.NONE, window.cut(0), damage, fields, excerpts);
    }

    /** A text that is no document may hold a few words of markup: {@code &lt;br&gt;}. */
    private void close(Tag tag) {
        if (!open.close(tag.name()) && (!tag.escaped() || escaped)) {
            throw new UnreadableObjectException(Reason.NOT_THE_FORMAT, window.offset(), "标签不配对：" + tag.name());
        }
    }

    /** A login page or an error must not pass for an empty hour. */
    private void refuseOtherDocuments(String name) {
        boolean page = open.isEmpty() && name.toLowerCase(Locale.ROOT).equals("html");
        if (page || name.equals("Fault")) {
            throw new UnreadableObjectException(
                    Reason.NOT_THE_FORMAT, window.offset(), page ? "收到的是网页" : "对方返回了 SOAP 错误");
        }
    }

    private static List<String> path(String option) {
        return option.isEmpty() ? Collections.emptyList() : List.of(option.split("[./]"));
    }

    @Override
    public long framed() {
        return framed;
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
