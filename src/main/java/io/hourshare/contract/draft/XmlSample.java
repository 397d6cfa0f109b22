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

    private static final String ATTRIBUTE = "@";

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

    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private void take(int event, XMLStreamReader reader) {
        if (event == XMLStreamConstants.START_ELEMENT) {
            open.push(attributes(reader));
            text.setLength(0);
        } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
            text.append(reader.getText());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            close(reader.getLocalName(), open.pop(), open.peek());
        }
    }

    /** Attributes are fields too, by their bare names wherever they stand. */
    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String value = reader.getAttributeValue(i).strip();
            if (!value.isEmpty() && !"xsi".equals(reader.getAttributePrefix(i))) {
                fields.put(ATTRIBUTE + reader.getAttributeLocalName(i), value);
            }
        }
        return fields;
    }

    private void close(String name, Map<String, String> fields, @Nullable Map<String, String> parent) {
        String value = text.toString().strip();
        boolean leaf = fields.keySet().stream().allMatch(field -> field.startsWith(ATTRIBUTE));
        if (!fields.isEmpty()) {
            byElement.computeIfAbsent(name, any -> new ArrayList<>()).add(fields);
        }
        if (parent != null) {
            fields.forEach((field, text) ->
                    parent.putIfAbsent(field.startsWith(ATTRIBUTE) ? field : name + "." + field, text));
            if (leaf && !value.isEmpty()) {
                parent.putIfAbsent(name, value);
            }
        }
        text.setLength(0);
    }

    private static Map<String, String> bare(Map<String, String> fields) {
        Map<String, String> bare = new LinkedHashMap<>();
        fields.forEach(
                (field, text) -> bare.putIfAbsent(field.startsWith(ATTRIBUTE) ? field.substring(1) : field, text));
        return bare;
    }

    private Sample richest() {
        return byElement.entrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<String, List<Map<String, String>>> entry) ->
                                entry.getValue().size())
                        .thenComparingInt(entry -> entry.getValue().get(0).size()))
                .map(entry -> new Sample(
                        SourceFormat.XML,
                        Map.of("records", entry.getKey()),
                        entry.getValue().stream()
                                .limit(Sample.ENOUGH)
                                .map(XmlSample::bare)
                                .toList(),
                        List.of("XML：记录元素 " + entry.getKey() + "，"
                                + entry.getValue().size() + " 条")))
                .orElseGet(() -> new Sample(SourceFormat.XML, Map.of(), List.of(), List.of()));
    }
}
