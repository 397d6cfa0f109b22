package io.hourshare.contract.draft;

import io.hourshare.contract.SourceFormat;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads an XML answer: the element that repeats most and holds fields is the record. */
final class XmlSample {

    private final Map<String, List<Map<String, String>>> byElement = new LinkedHashMap<>();
    private final Deque<Map<String, String>> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();

    private XmlSample() {}

    static Sample read(byte[] bytes) {
        XmlSample sample = new XmlSample();
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (reader.hasNext()) {
                sample.take(reader.next(), reader);
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("样本不是完整的 XML：" + e.getMessage() + "。请提供完整的一次应答", e);
        }
        return sample.richest();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private void take(int event, XMLStreamReader reader) {
        if (event == XMLStreamConstants.START_ELEMENT) {
            open.push(new LinkedHashMap<>());
            text.setLength(0);
        } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
            text.append(reader.getText());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            close(reader.getLocalName(), open.pop(), open.peek());
        }
    }

    private void close(String name, Map<String, String> fields, @Nullable Map<String, String> parent) {
        String value = text.toString().strip();
        if (!fields.isEmpty()) {
            byElement.computeIfAbsent(name, any -> new ArrayList<>()).add(fields);
        } else if (parent != null && !value.isEmpty()) {
            parent.put(name, value);
        }
        text.setLength(0);
    }

    private Sample richest() {
        return byElement.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .map(entry -> new Sample(
                        SourceFormat.XML,
                        Map.of("records", entry.getKey()),
                        entry.getValue().stream().limit(Sample.ENOUGH).toList(),
                        List.of("XML：记录元素 " + entry.getKey() + "，"
                                + entry.getValue().size() + " 条")))
                .orElseGet(() -> new Sample(SourceFormat.XML, Map.of(), List.of(), List.of()));
    }
}
