package io.hourshare.contract.draft;

import io.hourshare.kernel.HardenedXml;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An element of a sample by its local name. */
record XmlNode(String name, Map<String, String> attributes, List<XmlNode> children, StringBuilder text) {

    /** The outermost element. */
    static XmlNode read(InputStream in) throws XMLStreamException {
        XMLStreamReader reader = HardenedXml.factory().createXMLStreamReader(in);
        XmlNode top = new XmlNode("", Map.of(), new ArrayList<>(), new StringBuilder());
        Deque<XmlNode> open = new ArrayDeque<>(List.of(top));
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                XmlNode node =
                        new XmlNode(reader.getLocalName(), attributes(reader), new ArrayList<>(), new StringBuilder());
                open.element().children.add(node);
                open.push(node);
            } else if (event == XMLStreamConstants.CDATA || event == XMLStreamConstants.CHARACTERS) {
                open.element().text.append(reader.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                XmlNode node = open.pop();
                node.unwrap(node.text.toString().replace("\uFEFF", "").strip());
            }
        }
        return top.children.get(0);
    }

    /** A document as text inside another, in CDATA or escaped, is read as if it stood there, as later on. */
    private void unwrap(String inner) {
        if (!isLeaf() || !inner.startsWith("<")) {
            return;
        }
        try {
            XmlNode root =
                    read(new ByteArrayInputStream(withoutDeclaration(inner).getBytes(StandardCharsets.UTF_8)));
            if (root.children.stream().anyMatch(XmlNode::holdsFields)
                    || root.children.stream()
                            .flatMap(child -> child.children.stream())
                            .anyMatch(XmlNode::holdsFields)) {
                children.add(root);
                text.setLength(0);
            }
        } catch (XMLStreamException notMarkup) {
            // letters that happen to begin with a bracket stay a value
        }
    }

    /** What it says of its encoding is true of the bytes around it, not of letters. */
    private static String withoutDeclaration(String inner) {
        return inner.startsWith("<?xml") ? inner.substring(inner.indexOf("?>") + 2) : inner;
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String value = reader.getAttributeValue(i).strip();
            if (!value.isEmpty() && !"xsi".equals(reader.getAttributePrefix(i))) {
                attributes.put(reader.getAttributeLocalName(i), value);
            }
        }
        return attributes;
    }

    boolean isLeaf() {
        return children.isEmpty();
    }

    /** Whether it may be a record: several fields, as elements or as attributes. */
    boolean holdsFields() {
        return !children.isEmpty() || attributes.size() > 1;
    }

    /** Children that share a name, by that name. */
    Map<String, List<XmlNode>> repeated() {
        Map<String, List<XmlNode>> byName = children.stream()
                .collect(Collectors.groupingBy(XmlNode::name, LinkedHashMap::new, Collectors.toList()));
        byName.values().removeIf(same -> same.size() < 2);
        return byName;
    }
}
