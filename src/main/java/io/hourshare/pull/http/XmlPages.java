package io.hourshare.pull.http;

import io.hourshare.kernel.HardenedXml;
import io.hourshare.land.Content;
import io.hourshare.pull.session.Excerpt;
import io.hourshare.pull.session.Parameters;
import io.hourshare.pull.session.PullReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Pages of XML, SOAP or plain; a document type is refused before anything of it is read. */
final class XmlPages implements PageReader {

    private static final int DEEPEST = 100;

    private final XMLInputFactory factory = HardenedXml.factory();
    private final Parameters parameters;

    XmlPages(Parameters parameters) {
        this.parameters = parameters;
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entity refused");
        });
    }

    @Override
    public PageFacts read(Content page) throws IOException {
        try (InputStream in = page.stream()) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            try {
                return facts(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw PullReason.MALFORMED.failure(
                    "XML 不完整或格式错误（" + Excerpt.line(String.valueOf(e.getMessage())) + "）：" + Excerpt.of(page), e);
        }
    }

    private PageFacts facts(XMLStreamReader reader) throws XMLStreamException {
        Scan scan = new Scan(parameters);
        scan(reader, scan);
        scan.refuseUnreadText();
        return scan.facts();
    }

    private void scan(XMLStreamReader reader, Scan scan) throws XMLStreamException {
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw PullReason.NOT_DATA.failure("XML 含文档类型声明（DTD），拒绝解析");
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth > DEEPEST) {
                    throw PullReason.NOT_DATA.failure("XML 嵌套超过 " + DEEPEST + " 层，拒绝解析");
                }
                scan.start(reader.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                if (scan.isDocument()) {
                    document(reader.getLocalName(), scan);
                }
                scan.end(reader.getLocalName());
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                scan.text(reader.getText());
            }
        }
    }

    /** A whole document as text, in CDATA or escaped, is taken for markup when it is read, so its total counts too. */
    private void document(String element, Scan scan) throws XMLStreamException {
        long before = scan.records;
        scan.inner = true;
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(scan.takeText()));
        try {
            scan(reader, scan);
        } catch (XMLStreamException e) {
            if (scan.records > before) {
                throw e;
            }
            scan.unread = element; // a few words of markup are no document
        } finally {
            scan.inner = false;
            reader.close();
        }
    }

    /** What is gathered on the way through a document: only text outside records is kept. */
    private static final class Scan {

        private final String record;
        private final String totalName;
        private final String numberName;
        private final String cursorName;
        private final StringBuilder text = new StringBuilder();
        private long records;
        private int inRecord;
        private boolean inner;
        private boolean fault;
        private @Nullable String total;
        private @Nullable String number;
        private @Nullable String cursor;
        private @Nullable String unread;
        private String faultText = "";

        Scan(Parameters parameters) {
            record = parameters.text("record", "row");
            totalName = parameters.text("total", "total");
            numberName = parameters.text("pageNumber", "pageNo");
            cursorName = parameters.text("nextCursor", "nextCursor");
        }

        void start(String name) {
            text.setLength(0);
            if (name.equals(record)) {
                records += inRecord == 0 ? 1 : 0;
                inRecord++;
            }
            fault |= inRecord == 0 && name.equals("Fault");
        }

        /** Kept whole where a document begins, which may hold a page of records. */
        void text(String more) {
            if (inRecord == 0 && (text.length() < 1000 || isDocument())) {
                text.append(more);
            }
        }

        void end(String name) {
            if (name.equals(record)) {
                inRecord--;
            } else if (inRecord == 0) {
                take(name, text.toString().strip());
            }
            text.setLength(0);
        }

        /** Only where the decoder reads it too: markup right after the blanks of a text that no record holds. */
        boolean isDocument() {
            int at = begin();
            return !inner && inRecord == 0 && at + 1 < text.length() && isTag(text.charAt(at), text.charAt(at + 1));
        }

        String takeText() {
            String document = text.substring(begin()).strip();
            text.setLength(0);
            return document;
        }

        private int begin() {
            int at = 0;
            while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '\uFEFF')) {
                at++;
            }
            return at;
        }

        private static boolean isTag(char first, char second) {
            return first == '<' && (second == '?' || second == '!' || second == '_' || Character.isLetter(second));
        }

        /** Records that came as text, escaped or as JSON, must not pass for an hour without records. */
        void refuseUnreadText() {
            if (records == 0 && unread != null && !fault && !Objects.equals(digits(total), 0L)) {
                throw PullReason.NOT_DATA.failure("元素 " + unread + " 的内容是一段文字，里面又是一份 XML 或 JSON"
                        + "（放进字符串、不完整或转义了两次），读不出记录，不能当作零行。"
                        + "请数源直接返回其中的元素，或整份放进 CDATA");
            }
        }

        private static boolean isOtherDocument(String value) {
            return value.length() > 1
                    && (isTag(value.charAt(0), value.charAt(1))
                            || value.startsWith("{")
                            || value.startsWith("&lt;")
                            || value.matches("(?s)\\[\\s*[{\\]].*"));
        }

        private void take(String name, String value) {
            if (value.isEmpty()) {
                return;
            }
            if (isOtherDocument(value)) {
                unread = name;
            }
            if (fault && (name.equals("faultstring") || name.equals("Text"))) {
                faultText = value;
            } else if (name.equals(totalName)) {
                total = value;
            } else if (name.equals(numberName)) {
                number = value;
            } else if (name.equals(cursorName)) {
                cursor = value;
            }
        }

        PageFacts facts() {
            return new PageFacts(
                    records, digits(total), digits(number), cursor, false, fault ? "SOAP Fault " + faultText : null);
        }

        private static @Nullable Long digits(@Nullable String text) {
            return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
        }
    }
}
